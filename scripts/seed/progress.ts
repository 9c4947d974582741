import { styleText } from 'node:util';

/** Hears how far a long piece of work is. */
export type Progress = {
  step(name: string): void;
  advance(done: number, total: number): void;
  done(message: string): void;
};

const WIDTH = 30;
const TENTH = 10;

type Output = { readonly isTTY?: boolean; write(text: string): unknown };

/** A bar on a terminal, a line for every tenth elsewhere. */
export const showProgress = (output: Output): Progress =>
  output.isTTY ? bar(output) : lines(output);

function bar(output: Output): Progress {
  let name = '';
  let shown = '';
  const show = (text: string) => {
    if (text !== shown) output.write(`\r\u001b[2K${text}`);
    shown = text;
  };
  return {
    step(next) {
      name = next;
      show(name);
    },
    advance(done, total) {
      const full = Math.floor((WIDTH * done) / total);
      const drawn = styleText('cyan', '█'.repeat(full)) + '░'.repeat(WIDTH - full);
      show(`${name} ${drawn} ${Math.floor((100 * done) / total)} %`);
    },
    done(message) {
      show('');
      output.write(`\r\u001b[2K${message}\n`);
    },
  };
}

function lines(output: Output): Progress {
  let name = '';
  let tenths = 0;
  return {
    step(next) {
      name = next;
      tenths = 0;
      output.write(`${name}\n`);
    },
    advance(done, total) {
      const now = Math.floor((TENTH * done) / total);
      if (now > tenths) output.write(`${name}: ${TENTH * now} %\n`);
      tenths = now;
    },
    done(message) {
      output.write(`${message}\n`);
    },
  };
}

/** For whoever does not want to hear. */
export const SILENT: Progress = { step() {}, advance() {}, done() {} };

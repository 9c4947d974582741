type Family = { readonly comments: readonly string[]; readonly samples: string[] };

const FAMILY = /^# (?:HELP|TYPE) (\S+)/;
const SAMPLE = /^([^\s{]+)(?:\{(.*)\})? (.+)$/;

/** `requests{status="200"} 3` → `requests{worker="1",status="200"} 3` */
const labelled = (sample: string, worker: number) =>
  sample.replace(SAMPLE, (_all, name: string, labels: string | undefined, value: string) => {
    const all = [`worker="${worker}"`, ...(labels ? [labels] : [])];
    return `${name}{${all.join(',')}} ${value}`;
  });

/**
 * Prometheus texts of several workers as one, each sample with its worker's number. The format wants all
 * samples of a name together, below one description.
 */
export function mergeMetrics(texts: ReadonlyMap<number, string>): string {
  const families = new Map<string, Family>();
  for (const [worker, text] of texts) {
    const described = new Set(families.keys());
    let name = '';
    for (const line of text.split('\n').filter((one) => one !== '')) {
      name = FAMILY.exec(line)?.[1] ?? name;
      const { comments, samples } = families.get(name) ?? { comments: [], samples: [] };
      const isComment = line.startsWith('#');
      if (!isComment) samples.push(labelled(line, worker));
      const isNew = isComment && !described.has(name);
      families.set(name, { comments: isNew ? [...comments, line] : comments, samples });
    }
  }
  const lines = [...families.values()].flatMap(({ comments, samples }) => [
    ...comments,
    ...samples,
  ]);
  return `${lines.join('\n')}\n`;
}

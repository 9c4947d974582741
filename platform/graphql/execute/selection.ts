import {
  type FieldNode,
  type GraphQLObjectType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields } from '../collect-fields.ts';
import { completeAs } from './complete.ts';
import { type CompiledField, compileField } from './field.ts';
import { isPromise, type Operation, type Path, type Run, type Selection } from './run.ts';

type Fields = readonly CompiledField[];

/** Has no name of its own and inherits none: a response key may be any name. */
class Answer {
  [key: string]: unknown;
}
Object.setPrototypeOf(Answer.prototype, null);
Reflect.deleteProperty(Answer.prototype, 'constructor');

function fieldOf(type: GraphQLObjectType, name: string, { schema }: Operation) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const isRoot = type === schema.getQueryType();
  if (isRoot && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (isRoot && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return type.getFields()[name];
}

/** Waits for the fields that are promises. */
async function settled(answer: Answer): Promise<Answer> {
  const keys = Object.keys(answer);
  const values = await Promise.all(Object.values(answer));
  for (const [index, key] of keys.entries()) answer[key] = values[index];
  return answer;
}

/** All fields are begun before any is waited for. */
function answerFields(fields: Fields, run: Run, source: unknown, path: Path | undefined): unknown {
  const answer = new Answer();
  let isPromised = false;
  try {
    for (const field of fields) {
      const value = field.answer(run, source, path);
      answer[field.key] = value;
      if (isPromise(value)) isPromised = true;
    }
  } catch (error) {
    if (!isPromised) throw error;
    // What was begun may fail, too: nobody else waits for it.
    return settled(answer).finally(() => {
      throw error;
    });
  }
  return isPromised ? settled(answer) : answer;
}

function compileFields(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Fields {
  const below = (object: GraphQLObjectType, nodes: readonly FieldNode[]) =>
    compileSelection(
      operation,
      object,
      nodes.map((node) => node.selectionSet),
    );
  const collected = collectFields(type, sets, { ...operation, variableValues: {} });
  return [...collected].flatMap(([key, nodes]) => {
    const field = fieldOf(type, nodes[0]?.name.value ?? '', operation);
    if (!field) return [];
    return [compileField(key, type, field, nodes, completeAs(field.type, nodes, below))];
  });
}

/** What an operation asks of an object type at one place: which fields and how, found out when it is first asked. */
export function compileSelection(
  operation: Operation,
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
): Selection {
  let fields: Fields | undefined;
  return (run, source, path) => {
    fields ??= compileFields(operation, type, sets);
    return answerFields(fields, run, source, path);
  };
}

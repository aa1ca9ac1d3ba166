import { isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap, type YAMLSeq } from 'yaml';

/**
 * Edits of a study file as a person would make them: only the text that means something else is replaced, so comments, order
 * and layout stay, and the difference that a click makes is the line it changed.
 */
export type Path = readonly (string | number)[];

export const parse = (text: string): Document.Parsed => parseDocument(text, { keepSourceTokens: true });

export function node(text: string, path: Path): Node | undefined {
  return parse(text).getIn(path, true) as Node | undefined;
}

/** The value at a path as a text, as typed; empty when there is none. */
export function read(text: string, path: Path): string {
  const found = node(text, path);
  return isScalar(found) && found.range ? text.slice(found.range[0], found.range[1]) : '';
}

/** The value at a path as plain data. */
export function data<T>(text: string, path: Path): T | undefined {
  const found = node(text, path);
  return found === undefined || found === null ? undefined : (found.toJSON() as T);
}

/** Text that stands for a plain word or quantity, quoted where YAML would read it otherwise. */
export function scalar(value: string): string {
  const plain = /^[\p{L}\p{N}][^:#,[\]{}&*!|>'"%@`\n]*$/u.test(value) || /^-?\d[\w.+-]*( [^:#,[\]{}\n]+)?$/.test(value);
  return plain && value === value.trim() && !/^(true|false|null|yes|no|on|off|~)$/i.test(value) ? value : JSON.stringify(value);
}

/** Replaces what stands at a path by a text, or adds the key to its mapping. */
export function replace(text: string, path: Path, by: string): string {
  const found = node(text, path);
  if (found?.range) return text.slice(0, found.range[0]) + by + text.slice(found.range[1]);
  const key = path[path.length - 1];
  const parent = node(text, path.slice(0, -1));
  if (typeof key !== 'string' || !isMap(parent) || !parent.range) return text;
  return parent.flow ? inFlow(text, parent, `${key}: ${by}`) : text.slice(0, endOfLine(text, parent)) + `\n${indent(text, parent)}${key}: ${by}` + text.slice(endOfLine(text, parent));
}

/** Adds an entry to a list, in the way in which the list is written. */
export function append(text: string, path: Path, entry: string): string {
  const list = node(text, path);
  if (list === undefined) return replace(text, path, `\n  - ${entry}`);
  if (!isSeq(list) || !list.range) return text;
  if (list.flow) return inFlow(text, list, entry);
  const end = endOfLine(text, list);
  return `${text.slice(0, end)}\n${indent(text, list)}- ${entry}${text.slice(end)}`;
}

/** Puts an entry before another of a list; at the end where there is no other. */
export function insertBefore(text: string, path: Path, index: number, entry: string): string {
  const list = node(text, path);
  const other = isSeq(list) ? (list.items[index] as Node | undefined) : undefined;
  if (!isSeq(list) || !other?.range) return append(text, path, entry);
  if (list.flow) return `${text.slice(0, other.range[0])}${entry}, ${text.slice(other.range[0])}`;
  let start = lineStart(text, other.range[0]);
  while (start > 0 && index > 0 && /^\s*#/.test(text.slice(lineStart(text, start - 1), start - 1))) start = lineStart(text, start - 1);
  return `${text.slice(0, start)}${indent(text, list)}- ${entry}\n${text.slice(start)}`;
}

/** Takes an entry out of a list, the comment lines above it with it. */
export function removeAt(text: string, path: Path, index: number): string {
  const list = node(text, path);
  const entry = isSeq(list) ? (list.items[index] as Node | undefined) : undefined;
  if (!isSeq(list) || !entry?.range) return text;
  if (list.flow) {
    const next = list.items[index + 1] as Node | undefined;
    const before = list.items[index - 1] as Node | undefined;
    if (next?.range) return text.slice(0, entry.range[0]) + text.slice(next.range[0]);
    return text.slice(0, before?.range ? before.range[1] : entry.range[0]) + text.slice(entry.range[1]);
  }
  let start = lineStart(text, entry.range[0]);
  while (start > 0 && /^\s*#/.test(text.slice(lineStart(text, start - 1), start - 1)) && index > 0) start = lineStart(text, start - 1);
  const end = text.indexOf('\n', lastOf(entry) - 1);
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}

/** Takes a key out of a mapping. */
export function removeKey(text: string, path: Path): string {
  const key = path[path.length - 1];
  const parent = node(text, path.slice(0, -1));
  if (!isMap(parent)) return text;
  const index = parent.items.findIndex(p => isScalar(p.key) && p.key.value === key);
  const own = parent.items[index];
  if (!own || !isScalar(own.key) || !own.key.range) return text;
  const start = own.key.range[0];
  const value = own.value as Node | null;
  const end = value?.range ? value.range[1] : own.key.range[1];
  if (parent.flow) {
    const next = parent.items[index + 1]?.key as Node | undefined;
    const before = parent.items[index - 1];
    if (next?.range) return text.slice(0, start) + text.slice(next.range[0]);
    const last = (before?.value ?? before?.key) as Node | undefined;
    return text.slice(0, last?.range ? last.range[1] : start) + text.slice(end);
  }
  const stop = text.indexOf('\n', end - 1);
  return text.slice(0, lineStart(text, start)) + (stop < 0 ? '' : text.slice(stop + 1));
}

function inFlow(text: string, parent: YAMLMap | YAMLSeq, entry: string): string {
  const close = parent.range![1] - 1;
  const trimmed = text.slice(0, close).replace(/\s+$/, '');
  return `${trimmed}${parent.items.length > 0 ? ', ' : ''}${entry}${text.slice(close)}`;
}

function lastOf(found: Node): number {
  return found.range![1];
}

function endOfLine(text: string, found: Node): number {
  let end = lastOf(found);
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  const stop = text.indexOf('\n', end);
  return stop < 0 ? text.length : stop;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Blanks up to the column where a collection begins. */
function indent(text: string, found: Node): string {
  const start = found.range![0];
  return ' '.repeat(start - lineStart(text, start));
}

/** A line that differs between two versions. */
export interface Difference { line: number; before: string[]; after: string[] }

/** The one stretch of lines in which two texts differ. */
export function difference(before: string, after: string): Difference | undefined {
  if (before === after) return undefined;
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { line: start + 1, before: a.slice(start, a.length - end), after: b.slice(start, b.length - end) };
}

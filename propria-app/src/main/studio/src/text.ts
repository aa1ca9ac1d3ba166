import strings from './strings/en.json';

type Key = keyof typeof strings;

/** A text of the language file, with its blanks filled. */
export function t(key: Key, blanks: Record<string, string | number> = {}): string {
  return strings[key].replace(/\{(\w+)\}/g, (_, name: string) => name === 'unit' ? unitName(String(blanks[name] ?? '')) : String(blanks[name] ?? ''));
}

/** A word of a file in the language of the person; the word itself, readable, where there is none. */
export function named(group: 'analysis' | 'reading' | 'role', word: string): string {
  return (strings as Record<string, string>)[`${group}.${word}`] ?? word.replaceAll('_', ' ');
}

/** A unit as it is read: a score is counted in points, and micro has its sign. */
export const unitName = (unit: string): string => unit === 'score' ? strings['unit.score'] : unit.replace(/^u(?=[gLM])/, 'µ');

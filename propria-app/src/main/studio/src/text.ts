import strings from './strings/en.json';

type Key = keyof typeof strings;

/** A text of the language file, with its blanks filled. */
export function t(key: Key, blanks: Record<string, string | number> = {}): string {
  return strings[key].replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''));
}

/** A word of a file in the language of the person; the word itself, readable, where there is none. */
export function named(group: 'analysis' | 'reading', word: string): string {
  return (strings as Record<string, string>)[`${group}.${word}`] ?? word.replaceAll('_', ' ');
}

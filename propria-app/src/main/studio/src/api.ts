import type { Problem } from './types';

/** What the server refused, with the problems to show. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problems: Problem[]) {
    super(problems[0]?.what ?? `the studio answered ${status}`);
  }
}

/** Texts that stand for numbers JSON cannot write become numbers again. */
function revive(_key: string, value: unknown): unknown {
  return value === 'NaN' ? NaN : value === 'Infinity' ? Infinity : value === '-Infinity' ? -Infinity : value;
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers: { 'X-Propria': '1', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused(0, [{ severity: 'error', code: 'U521', file: '', line: 0, column: 0, what: 'the studio does not answer',
      why: 'it was stopped, or this machine is very busy', fix: 'start it again with `propria studio`; every change that was shown as saved is kept' }]);
  }
  const text = await response.text();
  const value: unknown = text === '' ? {} : JSON.parse(text, revive);
  if (!response.ok) throw new Refused(response.status, (value as { problems?: Problem[] }).problems ?? []);
  return value as T;
}

export const get = <T>(path: string) => call<T>('GET', path);
export const post = <T>(path: string, body: unknown = {}) => call<T>('POST', path, body);
export const put = <T>(path: string, body: unknown) => call<T>('PUT', path, body);
export const remove = <T>(path: string) => call<T>('DELETE', path);

/** A command of the command line that only reads, with its JSON answer. */
export const command = <T>(...args: string[]) => post<T>('command', { arguments: args });

import { keyboard } from './keyboard.mjs';
import { lecturer } from './student.mjs';
import { modeller } from './modeller.mjs';
import { reviewer } from './reviewer.mjs';
import { safety } from './safety.mjs';
import { scientist } from './scientist.mjs';
import { persistence } from './persistence.mjs';

export const stories = { scientist, modeller, reviewer, student: lecturer, keyboard, persistence, safety };

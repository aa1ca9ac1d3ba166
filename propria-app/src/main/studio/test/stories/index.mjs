import { keyboard } from './keyboard.mjs';
import { lecturer } from './student.mjs';
import { looks } from './looks.mjs';
import { modeller } from './modeller.mjs';
import { reviewer } from './reviewer.mjs';
import { safety } from './safety.mjs';
import { scientist } from './scientist.mjs';
import { statistician } from './statistician.mjs';
import { persistence } from './persistence.mjs';

export const stories = { scientist, modeller, statistician, reviewer, student: lecturer, keyboard, persistence, safety, looks };

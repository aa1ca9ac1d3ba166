/// Virtual subjects: [propria.study.subject.Prior] says what a parameter may be, [propria.study.subject.SubjectSampler]
/// draws a set of parameters and, around it, the animals of an arm. A subject is the same animal in every arm: nothing
/// here knows which arm a number is for, but for what the arm itself sets (population, insult, product).
@NullMarked
package propria.study.subject;

import org.jspecify.annotations.NullMarked;

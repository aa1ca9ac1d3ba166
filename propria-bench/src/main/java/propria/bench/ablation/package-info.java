/// The engine without one of its improvements, to see what each is worth: [propria.bench.ablation.Ablation] lists them.
/// Nothing in the engine is switched; the equations are handed to its step methods in a poorer form.
@NullMarked
package propria.bench.ablation;

import org.jspecify.annotations.NullMarked;

/// Which unknown an equation without a left-hand side determines, as questions about lists of numbers.
///
/// [propria.engine.compile.implicit.Matching] pairs algebraic rules with the quantities that nothing else determines;
/// [propria.engine.compile.implicit.Elimination] finds which of several reactions are independent, exactly.
@NullMarked
package propria.engine.compile.implicit;

import org.jspecify.annotations.NullMarked;

/// From formulas as written to formulas over ids: [propria.formats.antimony.formula.Translator]. To add a function that
/// every model may call, add it to [propria.model.expression.ElementaryFunction]; aliases stand in `Functions`.
@NullMarked
package propria.formats.antimony.formula;

import org.jspecify.annotations.NullMarked;

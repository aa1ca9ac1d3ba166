package propria.trial.patient;

import java.util.List;
import java.util.Optional;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;
import propria.model.problem.SourceLocation;
import propria.study.Product;
import propria.study.Regimen;
import propria.study.Route;
import propria.study.library.Library;
import propria.study.quantity.Quantity;

/// A product of the library, given one or several times.
///
/// @param product its id, such as `infliximab`
/// @param amount of each dose with its unit, such as `5 mg/kg`
/// @param route its id, such as `intravenous`
/// @param at when each dose begins [d]
/// @param over how long a dose takes [d]; 0 for a bolus
public record Treatment(String product, String amount, String route, List<Double> at, double over) {

    public Treatment {
        at = List.copyOf(at);
    }

    /// What the library knows of it.
    ///
    /// @param place where it was written
    /// @throws ProblemException T101 when product or route are not in the library, or do not belong together; S01. for
    ///         an amount that cannot be read
    public Regimen regimen(Library library, SourceLocation place) {
        Product given = Optional.ofNullable(library.products().get(product))
                .orElseThrow(() -> unknown(place, "product", product));
        Route way = Optional.ofNullable(library.routes().get(route))
                .orElseThrow(() -> unknown(place, "route", route));
        if (!given.routes().containsKey(route)) {
            throw unknown(place, "route of `" + product + "`", route);
        }
        return new Regimen(given, Quantity.read(amount, place), way, at, over, place);
    }

    private static ProblemException unknown(SourceLocation place, String kind, String word) {
        return new ProblemException(Problem.error("T101", place, "the library has no " + kind + " `" + word + "`",
                "an arm can give only what the library describes", "use a name that `propria list products` shows"));
    }
}

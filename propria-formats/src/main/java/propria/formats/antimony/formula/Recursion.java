package propria.formats.antimony.formula;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import propria.formats.antimony.tree.Diagnostics;
import propria.formats.antimony.tree.Formula;
import propria.formats.antimony.tree.SourceFile.Function;

/// Finds functions that call themselves, directly or through others: they have no value.
public final class Recursion {

    private final Map<String, Function> functions;
    private final Diagnostics problems;
    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();

    /// @param functions all functions, by name
    /// @param problems where errors go
    public Recursion(Map<String, Function> functions, Diagnostics problems) {
        this.functions = functions;
        this.problems = problems;
    }

    /// Notes an error for each.
    public void check() {
        functions.values().forEach(this::visit);
    }

    private void visit(Function function) {
        if (done.contains(function.name())) {
            return;
        }
        if (!open.add(function.name())) {
            problems.error("A225", function.place(), "The function " + function.name() + " calls itself.",
                    "Such a function has no value.", "Write its formula out.");
            return;
        }
        calls(function.body());
        open.remove(function.name());
        done.add(function.name());
    }

    private void calls(Formula formula) {
        switch (formula) {
            case Formula.Number number -> {
            }
            case Formula.Name name -> {
            }
            case Formula.Group group -> calls(group.inner());
            case Formula.Minus minus -> calls(minus.operand());
            case Formula.Not not -> calls(not.operand());
            case Formula.Binary binary -> {
                Formula at = binary;
                while (at instanceof Formula.Binary link) {
                    calls(link.right());
                    at = link.left();
                }
                calls(at);
            }
            case Formula.Application call -> {
                call.arguments().forEach(this::calls);
                Function called = functions.get(call.function());
                if (called != null) {
                    visit(called);
                }
            }
        }
    }
}

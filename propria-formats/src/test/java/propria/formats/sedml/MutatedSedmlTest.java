package propria.formats.sedml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import propria.formats.sedml.document.ModelChange;
import propria.formats.sedml.document.SedDocument;
import propria.formats.sedml.document.SedModel;
import propria.model.problem.ProblemException;

class MutatedSedmlTest {

    private static final List<String> PIECES = List.of("", "<", ">", "\"", "'", "/", "&amp;", "&x;", "<!--", "]]>",
            "\u0000", "NaN", "1e999", "-1", "scan", "one", "#", "[@id='k']", "<apply>", "</math>", "urn:x", "//*", "é");

    /// A change of the text: from a place, some characters become a piece.
    record Mutation(int at, int length, String piece) {
        String of(String text) {
            int from = Math.min(at % Math.max(1, text.length()), text.length());
            int to = Math.min(text.length(), from + length);
            return text.substring(0, from) + piece + text.substring(to);
        }
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(Arbitraries.integers().between(0, 100_000), Arbitraries.integers().between(0, 40),
                Arbitraries.of(PIECES)).as(Mutation::new).list().ofMinSize(1).ofMaxSize(4);
    }

    private static String mutated(String text, List<Mutation> mutations) {
        String changed = text;
        for (Mutation mutation : mutations) {
            changed = mutation.of(changed);
        }
        return changed;
    }

    @Property(tries = 400, seed = "20261128")
    void a_mutated_file_is_read_or_refused_with_a_problem(@ForAll("mutations") List<Mutation> mutations) {
        String text = mutated(Whole.text(), mutations);
        try {
            SedDocument document = SedmlReader.readText(text, "mutated.sedml");
            SedDocument back = SedmlReader.readText(SedmlWriter.write(document), "back.sedml");
            assertThat(back.tasks()).hasSameSizeAs(document.tasks());
        } catch (ProblemException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    @Property(tries = 200, seed = "20261128")
    void changes_of_a_mutated_model_are_made_or_refused_with_a_problem(@ForAll("mutations") List<Mutation> mutations) {
        SedModel model = SedmlReader.readText(Whole.text(), "whole.sedml").models().get(1);
        String text = mutated(ChangedModelTest.MODEL, mutations);
        try {
            ChangedModel changed = ChangedModel.of(text.getBytes(StandardCharsets.UTF_8), "mutated.xml");
            for (ModelChange change : model.changes()) {
                changed.apply(change, _ -> 1);
            }
            assertThat(changed.text()).isNotEmpty();
        } catch (ProblemException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}

package propria.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Arrows point down, and no package takes part in a circle.
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("propria");

    @Test
    void no_package_is_part_of_a_cycle() {
        assertThat(CLASSES.size()).isGreaterThan(50);
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void each_module_uses_only_those_below_it() {
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("propria..").layer("model")
                .definedBy("propria.model..").layer("formats").definedBy("propria.formats..").layer("engine")
                .definedBy("propria.engine..").layer("evidence").definedBy("propria.evidence..").layer("study")
                .definedBy("propria.study..").layer("inference").definedBy("propria.inference..").layer("trial")
                .definedBy("propria.trial..").layer("app")
                .definedBy("propria.app..").layer("bench").definedBy("propria.bench..").whereLayer("bench")
                .mayNotBeAccessedByAnyLayer().whereLayer("app").mayOnlyBeAccessedByLayers("bench")
                .whereLayer("trial").mayOnlyBeAccessedByLayers("app", "bench").whereLayer("inference")
                .mayOnlyBeAccessedByLayers("trial", "app")
                .whereLayer("study").mayOnlyBeAccessedByLayers("inference", "trial", "app", "bench")
                .whereLayer("evidence").mayOnlyBeAccessedByLayers("study", "inference", "trial", "app")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("study", "inference", "trial", "app", "bench").whereLayer("formats")
                .mayOnlyBeAccessedByLayers("evidence", "study", "inference", "trial", "app", "bench").check(CLASSES);
    }

    @Test
    void nothing_but_the_module_of_spark_knows_spark() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "scala..", "propria.spark..")
                .check(CLASSES);
        for (String module : Project.MODULES) {
            boolean names = Project.read(Project.ROOT.resolve(module).resolve("pom.xml")).contains("spark");
            assertThat(names).as(module).isEqualTo(module.equals("propria-spark"));
        }
        String modules = Project.read(Project.ROOT.resolve("pom.xml"));
        assertThat(modules.substring(0, modules.indexOf("<profiles>"))).doesNotContain("<module>propria-spark");
        List<Path> above = Project.mainFiles("propria-spark").stream()
                .filter(file -> Project.read(file).contains("import propria.")
                        && Pattern.compile("import propria\\.(app|inference|trial|bench)\\.")
                                .matcher(Project.read(file))
                                .find())
                .toList();
        assertThat(above).as("files of propria-spark that use more than the study").isEmpty();
    }

    @Test
    void the_report_knows_neither_the_command_line_nor_the_solvers() {
        noClasses().that().resideInAPackage("propria.app.report..").should().dependOnClassesThat()
                .resideInAnyPackage("propria.app.cli..", "propria.engine..").check(CLASSES);
    }

    @Test
    void numerics_use_functions_with_the_same_bits_everywhere() {
        for (String function : List.of("exp", "log", "log10", "pow", "sin", "cos", "tan", "expm1", "log1p", "cbrt")) {
            noClasses().should().callMethod(Math.class, function, double.class).orShould()
                    .callMethod(Math.class, function, double.class, double.class).check(CLASSES);
        }
    }

    private static final class EachPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    @Test
    void every_package_says_what_is_in_it() {
        TreeSet<Path> packages = new TreeSet<>();
        Project.MODULES.forEach(module -> Project.mainFiles(module).stream()
                .filter(file -> !file.endsWith("module-info.java")).forEach(file -> packages.add(file.getParent())));
        List<Path> silent = new ArrayList<>();
        for (Path folder : packages) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info) || !Project.read(info).contains("@NullMarked")
                    || !Project.read(info).startsWith("///")) {
                silent.add(Project.ROOT.relativize(folder));
            }
        }
        assertThat(silent).as("packages without a @NullMarked package-info that opens with a description").isEmpty();
    }
}

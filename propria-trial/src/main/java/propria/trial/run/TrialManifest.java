package propria.trial.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.formats.hash.Hash;
import propria.study.Study;
import propria.trial.design.TrialDesign;
import propria.trial.pool.ConditionedDraws;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json` of a run of trials.
final class TrialManifest {

    private TrialManifest() {
    }

    /// Names the courses of a run: every file of the library, and what the study and its design say of whom is simulated.
    /// Endpoints, sizes and analyses are not part of it.
    static String key(Study study, TrialDesign design, Path library, long seed) {
        StringBuilder text = new StringBuilder().append(seed).append(study.arms()).append(design.allocation())
                .append(design.visits()).append(design.bank()).append(design.population()).append(design.curves())
                .append(design.components()).append(design.rescue());
        try {
            return Hash.of(text.append(Hash.ofTree(library)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Study study, TrialDesign design, TrialRunResult result, ConditionedDraws draws, long seed,
            int trials, int threads, String inputs)
            throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("kind", "trial");
        root.put("study", Map.of("id", study.id(), "title", study.title(), "question", study.question()));
        root.put("design_sha256", Hash.of(design.toString()));
        root.put("inputs", hashes(study));
        root.put("inputs_sha256", inputs);
        root.put("population", design.population());
        root.put("arms", design.allocation().stream().map(TrialDesign.Share::arm).toList());
        root.put("patients", design.patients());
        root.put("trials", trials);
        root.put("alpha", design.alpha());
        root.put("domain", domain(study, design));
        root.put("bank", bank(design.bank()));
        root.put("beliefs", beliefs(draws));
        root.put("seed", seed);
        root.put("threads", threads);
        root.put("screened", result.screened());
        root.put("entered", result.entered());
        root.put("failed_patients", result.failedPatients());
        root.put("seconds", Map.of("patients", result.simulationSeconds(), "trials", result.trialSeconds()));
        root.put("warnings", result.warnings());
        root.put("design", design.toString());
        root.put("summary_sha256", result.hash());
        Files.writeString(result.folder().resolve("manifest.json"),
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(root)
                        + "\n");
    }

    /// What draws of the parameters were held against.
    private static Map<String, Object> beliefs(ConditionedDraws draws) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("said", draws.sentence());
        known.put("pools", draws.pools().size());
        known.put("bodies_of_trials", draws.bodies());
        if (!draws.pools().isEmpty()) {
            known.put("between_trials", draws.spread());
            known.put("agreeing", draws.agreeing());
            known.put("effective_draws", draws.effective());
            known.put("fewest_effective_draws", ConditionedDraws.FEWEST);
        }
        return known;
    }

    private static Map<String, Object> bank(TrialDesign.BankPlan plan) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("draws", plan.draws());
        known.put("patients_per_draw", plan.patientsPerDraw());
        known.put("typical_patients", plan.typicalPatients());
        plan.cohort().ifPresent(word -> known.put("cohort", word));
        return known;
    }

    /// What the design does not say is left out.
    private static Map<String, Object> domain(Study study, TrialDesign design) {
        TrialDesign.Domain domain = design.domain();
        Map<String, Object> known = new LinkedHashMap<>();
        Map.of("weeks", domain.weeks(), "cells", domain.cells(), "doses", domain.doses()).entrySet().stream()
                .filter(e -> Double.isFinite(e.getValue())).sorted(Map.Entry.comparingByKey())
                .forEach(e -> known.put(e.getKey(), e.getValue()));
        if (!domain.products().isEmpty()) {
            known.put("products", domain.products());
        }
        Map<String, Double> multiples = Extrapolation.multiples(study, design);
        if (!multiples.isEmpty()) {
            known.put("dose_multiples", multiples);
        }
        return known;
    }

    private static List<Map<String, String>> hashes(Study study) throws IOException {
        List<Path> files = new java.util.ArrayList<>(study.files().inputs());
        files.add(study.files().model());
        List<Map<String, String>> all = new java.util.ArrayList<>();
        for (Path file : files) {
            all.add(Map.of("file", String.valueOf(file.getFileName()), "sha256", Hash.of(file)));
        }
        return all;
    }
}

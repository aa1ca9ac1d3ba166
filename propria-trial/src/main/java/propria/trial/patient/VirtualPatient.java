package propria.trial.patient;

import java.util.Map;
import propria.study.subject.VirtualSubject;

/// One person, the same in every arm.
///
/// @param subject the values of the model, an entry an arm; the first arm is untreated
/// @param rest parameters and states of the untreated person when treatment begins
/// @param traits what the person has beside the model, by name
/// @param normals the standard normal numbers behind values and traits, in the order of [PatientSpace#dimensions]
public record VirtualPatient(VirtualSubject subject, Map<String, Double> rest, Map<String, Double> traits,
        double[] normals) {
}

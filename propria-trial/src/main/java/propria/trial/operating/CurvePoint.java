package propria.trial.operating;

/// One cell of the curves of operating characteristics.
///
/// @param perArm how many patients the arm has
/// @param dose multiple of the doses of the design
/// @param cell the number; its test stands by itself
public record CurvePoint(double perArm, double dose, Characteristic cell) {
}

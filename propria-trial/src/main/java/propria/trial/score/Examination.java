package propria.trial.score;

/// What the physician finds and asks.
///
/// @param complications how many of the six of CDAI are present, an open perianal tract among them
/// @param antidiarrhoeal whether antidiarrhoeal drugs are taken
/// @param mass abdominal mass: 0 none, 2 questionable, 5 definite
/// @param haematocrit [%]
/// @param female which reference of the haematocrit and of the weight holds
/// @param weight [kg]
/// @param height [m]
/// @param global the physician's global assessment of the Mayo score, 0 to 3
public record Examination(int complications, boolean antidiarrhoeal, int mass, double haematocrit, boolean female,
        double weight, double height, int global) {
}

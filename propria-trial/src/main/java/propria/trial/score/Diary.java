package propria.trial.score;

import java.util.List;

/// Seven days of a patient's diary, with what a week comes to in the two questions of the Mayo score.
///
/// @param liquidStools how many a day
/// @param pain abdominal pain a day, 0 to 3
/// @param wellbeing loss of general well-being a day, 0 to 4
/// @param stoolFrequency stools a day above the patient's normal: 0 none, 1 one or two, 2 three or four, 3 five or more
/// @param bleeding rectal bleeding, 0 to 3
public record Diary(List<Integer> liquidStools, List<Integer> pain, List<Integer> wellbeing, int stoolFrequency,
        int bleeding) {

    /// How many days a diary has.
    public static final int DAYS = 7;

    public Diary {
        liquidStools = List.copyOf(liquidStools);
        pain = List.copyOf(pain);
        wellbeing = List.copyOf(wellbeing);
    }

    static int sum(List<Integer> days) {
        int sum = 0;
        for (int day : days) {
            sum += day;
        }
        return sum;
    }
}

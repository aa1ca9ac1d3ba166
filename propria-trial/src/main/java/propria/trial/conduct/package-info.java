/// Carries out one simulated trial: screens, randomises, sees patients at visits, loses some, and keeps what was recorded.
@NullMarked
package propria.trial.conduct;

import org.jspecify.annotations.NullMarked;

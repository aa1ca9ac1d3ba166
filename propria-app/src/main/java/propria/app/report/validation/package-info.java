/// The page that shows a validation: predicted against observed, coverage, calibration of probabilities.
@NullMarked
package propria.app.report.validation;

import org.jspecify.annotations.NullMarked;

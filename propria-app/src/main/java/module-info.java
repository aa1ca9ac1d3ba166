/// The command line and the report.
module propria.app {
    requires propria.study;
    requires propria.inference;
    requires propria.trial;
    requires propria.formats;
    requires info.picocli;
    requires io.javalin;
    requires java.sql;
    requires tools.jackson.databind;
    requires static org.jspecify;

    exports propria.app;

    uses propria.app.cli.command.Command;

    opens propria.app.cli.command to info.picocli;
    opens propria.app.cli.estimation to info.picocli;
    opens propria.app.cli.exchange to info.picocli;
    opens propria.app.cli.patients to info.picocli;
    opens propria.app.cli.retraction to info.picocli;
    opens propria.app.cli.runs to info.picocli;
    opens propria.app.cli.studio to info.picocli;
    opens propria.app.report.data to tools.jackson.databind;
    opens propria.app.studio to tools.jackson.databind;
    opens propria.app.studio.answer to tools.jackson.databind;
    opens propria.app.report.trial to tools.jackson.databind;
    opens propria.app.studio.job to tools.jackson.databind;
    opens propria.app.studio.picture to tools.jackson.databind;
    opens propria.app.studio.trial to tools.jackson.databind;
    opens propria.app.studio.workspace to tools.jackson.databind;
    opens propria.app.cli.validation to info.picocli;
}

package dev.beranda.bootstrap.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.beranda.bootstrap.settings.LogSettings;
import java.util.Map;
import org.slf4j.Logger;

/// Logs as people read them on a terminal, and as JSON, one object a line, everywhere else. In code and not in XML: it
/// is a few lines, and reading XML costs a tenth of the start.
public final class Logs extends ContextAwareBase implements Configurator {

    private final Map<String, String> environment;

    /// As logback makes it.
    public Logs() {
        this(System.getenv());
    }

    Logs(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setName("console");
        var settings = LogSettings.of(environment);
        appender.setEncoder(settings.isJson().orElse(System.console() == null) ? json(context) : text(context));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        // Why a server cannot start it throws, too, and we say it in our own words.
        context.getLogger("io.micronaut.http.server.netty.NettyHttpServer").setLevel(Level.OFF);
        context.getLogger("dev.beranda").setLevel(Level.toLevel(settings.level()));
        context.getLogger("dev.beranda.access").setLevel(settings.isAccessLogged() ? Level.INFO : Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }

    /// Line breaks and control characters in a message become visible, so that no message looks like another line and
    /// none speaks to the terminal. Of where a fault comes from, the lines stay.
    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(
                "%d{HH:mm:ss.SSS} %-5level %logger{20}  %replace(%msg %kvp){'[\\p{Cc}\\u2028\\u2029\\p{Cf}]', '·'}"
                        + " %X%n%replace(%ex){'[\\p{Cc}\\u2028\\u2029\\p{Cf}&&[^\\n\\t]]', '·'}");
        encoder.start();
        return encoder;
    }
}

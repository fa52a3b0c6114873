package dev.parley.console.doctor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** Counts the codes of the warnings that JGroups logs, from when it is made until it is closed. Thread-safe. */
public final class JGroupsComplaints implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("JGRP[0-9]{6}");

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Counter counter = new Counter("parley-complaints-" + System.identityHashCode(this));

    /** Counts from now on; nothing where the log goes elsewhere. */
    public JGroupsComplaints() {
        counter.start();
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            context.getConfiguration().getRootLogger().addAppender(counter, Level.WARN, null);
            context.updateLoggers();
        }
    }

    /** How often each code was logged, in their order. */
    Map<String, Long> counted() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((code, count) -> all.put(code, count.get()));
        return all;
    }

    @Override
    public void close() {
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            context.getConfiguration().getRootLogger().removeAppender(counter.getName());
            context.updateLoggers();
        }
        counter.stop();
    }

    private final class Counter extends AbstractAppender {
        private Counter(String name) {
            super(name, null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            if (!event.getLoggerName().startsWith("org.jgroups")) return;
            Matcher code = CODE.matcher(event.getMessage().getFormattedMessage());
            if (code.find())
                counts.computeIfAbsent(code.group(), key -> new AtomicLong()).incrementAndGet();
        }
    }
}

package dev.parley.app;

import dev.parley.chat.HistorySettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is kept, and where. */
final class StorageOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where identities, history and logs are kept. Default: by the custom of the system.")
    private Path dataDirectory;

    @Option(
            names = "--no-history",
            description = "Write nothing of what is said to disk; the latest messages are in memory until Parley ends.")
    private boolean noHistory;

    @Option(
            names = "--history-limit",
            paramLabel = "MB",
            converter = OptionValues.Megabytes.class,
            description = "The most that a room's history takes; the oldest messages go first. Default: 1000.")
    private Integer historyLimit;

    /** One sentence, if two options exclude each other. */
    Optional<String> contradiction() {
        return noHistory && historyLimit != null
                ? Optional.of("--history-limit says how much is kept and --no-history that nothing is: leave one out.")
                : Optional.empty();
    }

    Optional<Path> dataDirectory() {
        return Optional.ofNullable(dataDirectory);
    }

    HistorySettings history() {
        if (noHistory) return HistorySettings.inMemory();
        return historyLimit == null ? HistorySettings.USUAL : new HistorySettings(true, historyLimit);
    }
}

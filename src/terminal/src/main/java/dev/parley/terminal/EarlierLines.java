package dev.parley.terminal;

import dev.parley.console.history.CommandHistory;
import dev.parley.console.history.HistoryWalk;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.utils.InfoCmp.Capability;

/** Up and down through the lines that begin with what is typed, as in the window. Confined to the reading thread. */
final class EarlierLines {
    private static final String OLDER = "parley-older";
    private static final String NEWER = "parley-newer";
    private final CommandHistory history;
    private final LineReader reader;
    private final HistoryWalk walk = new HistoryWalk();

    private EarlierLines(CommandHistory history, LineReader reader) {
        this.history = history;
        this.reader = reader;
    }

    /** Gives the arrow keys of this reader this meaning; within a text of several lines they move the cursor. */
    static void bind(LineReader reader, CommandHistory history) {
        EarlierLines lines = new EarlierLines(history, reader);
        reader.getWidgets().put(OLDER, lines::older);
        reader.getWidgets().put(NEWER, lines::newer);
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(OLDER), KeyMap.key(reader.getTerminal(), Capability.key_up), "\u001B[A", "\u001BOA");
        keys.bind(new Reference(NEWER), KeyMap.key(reader.getTerminal(), Capability.key_down), "\u001B[B", "\u001BOB");
    }

    private boolean older() {
        String typed = reader.getBuffer().toString();
        if (typed.indexOf('\n') >= 0) return move(LineReader.UP_LINE_OR_HISTORY);
        return show(walk.older(history.lines(), typed));
    }

    private boolean newer() {
        String typed = reader.getBuffer().toString();
        if (typed.indexOf('\n') >= 0) return move(LineReader.DOWN_LINE_OR_HISTORY);
        return show(walk.newer(history.lines(), typed));
    }

    private boolean move(String widget) {
        reader.callWidget(widget);
        return true;
    }

    private boolean show(Optional<String> line) {
        line.ifPresent(text -> {
            reader.getBuffer().clear();
            reader.getBuffer().write(text);
        });
        return line.isPresent();
    }
}

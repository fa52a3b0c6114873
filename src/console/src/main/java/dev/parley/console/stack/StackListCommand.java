package dev.parley.console.stack;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.group.StackFile;
import dev.parley.group.StackShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the stacks that can be called by name. */
public final class StackListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "stack list", CommandGroup.STACK, "the stacks that can be called by name, and what each is for");
    }

    @Override
    public Reply run(Invocation invocation) {
        StackFile current = invocation.session().stack().current();
        Columns columns = new Columns("name", "in use", "for");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StackShelf.Item item : invocation.session().stack().shelf()) {
            boolean inUse = item.name().equals(current.name());
            columns.row(item.name(), inUse ? "yes" : "", item.purpose());
            rows.add(Reply.row("name", item.name(), "file", item.source(), "inUse", inUse, "purpose", item.purpose()));
        }
        return new Reply(columns.lines(), rows);
    }
}

package dev.parley.acceptance;

import java.io.OutputStream;
import org.jgroups.JChannel;

/** The least that a program can do to be in a group: the yardstick of {@link StartRatio}. */
final class BareMember {
    private BareMember() {}

    /** Arguments: the stack file and the group. Says {@code joined} when it has joined one other member, and ends with its input; ends at once if it is alone. */
    public static void main(String[] arguments) throws Exception {
        try (JChannel channel = new JChannel(arguments[0])) {
            channel.connect(arguments[1]);
            if (channel.getView().size() != 2) return;
            System.out.println("joined");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}

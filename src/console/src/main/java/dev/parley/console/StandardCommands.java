package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.bootstrap.BootstrapCommand;
import dev.parley.console.bootstrap.BootstrapJoinCommand;
import dev.parley.console.bootstrap.BootstrapLeaveCommand;
import dev.parley.console.bootstrap.BootstrapListCommand;
import dev.parley.console.bootstrap.BootstrapListLocalCommand;
import dev.parley.console.bootstrap.BootstrapRefillCommand;
import dev.parley.console.bootstrap.BootstrapResetCommand;
import dev.parley.console.bootstrap.BootstrapUseCommand;
import dev.parley.console.bootstrap.NamedServices;
import dev.parley.console.chat.ChatJoinCommand;
import dev.parley.console.chat.ChatLeaveCommand;
import dev.parley.console.chat.ChatMemberListCommand;
import dev.parley.console.chat.HistoryCommand;
import dev.parley.console.chat.JoinCommand;
import dev.parley.console.chat.LeaveCommand;
import dev.parley.console.chat.MeCommand;
import dev.parley.console.chat.MsgCommand;
import dev.parley.console.chat.NickCommand;
import dev.parley.console.chat.PingCommand;
import dev.parley.console.chat.ReceiptsCommand;
import dev.parley.console.chat.SearchCommand;
import dev.parley.console.chat.TellCommand;
import dev.parley.console.export.ExportCommand;
import dev.parley.console.fault.EffectCommand;
import dev.parley.console.fault.FaultHealCommand;
import dev.parley.console.fault.FaultListCommand;
import dev.parley.console.fault.FaultPartitionCommand;
import dev.parley.console.group.AloneCommand;
import dev.parley.console.group.EventsCommand;
import dev.parley.console.group.LoadConfigCommand;
import dev.parley.console.group.LocalNodeCommand;
import dev.parley.console.group.MemberListCommand;
import dev.parley.console.group.MemberListConfigureCommand;
import dev.parley.console.group.MemberListCreateCommand;
import dev.parley.console.group.MemberListDeleteCommand;
import dev.parley.console.group.MemberListHealthScoreCommand;
import dev.parley.console.group.MemberListJoinCommand;
import dev.parley.console.group.MemberListLeaveCommand;
import dev.parley.console.group.MemberListShutdownCommand;
import dev.parley.console.group.MemberListShutdownTransportCommand;
import dev.parley.console.group.MemberListStartCommand;
import dev.parley.console.group.MemberListUpdateCommand;
import dev.parley.console.group.SaveConfigCommand;
import dev.parley.console.group.ShowConfigCommand;
import dev.parley.console.group.ShowMemberListCommand;
import dev.parley.console.history.CommandHistory;
import dev.parley.console.log.LogFile;
import dev.parley.console.log.LogLevelCommand;
import dev.parley.console.log.LogOffCommand;
import dev.parley.console.log.LogOnCommand;
import dev.parley.console.log.LogShowCommand;
import dev.parley.console.log.LogTail;
import dev.parley.console.log.Loggers;
import dev.parley.console.map.BroadcastAddCommand;
import dev.parley.console.map.BroadcastDelCommand;
import dev.parley.console.map.BroadcastListCommand;
import dev.parley.console.script.EchoCommand;
import dev.parley.console.script.ExecuteCommand;
import dev.parley.console.script.ExpectFailureCommand;
import dev.parley.console.script.ExpectMessageCommand;
import dev.parley.console.script.ExpectOutputCommand;
import dev.parley.console.script.ExpectRosterCommand;
import dev.parley.console.script.ExpectStateCommand;
import dev.parley.console.script.LineRunner;
import dev.parley.console.script.SessionWatch;
import dev.parley.console.script.SleepCommand;
import dev.parley.console.script.Variables;
import dev.parley.console.script.WaitMembersCommand;
import dev.parley.console.script.WaitMessageCommand;
import dev.parley.console.stack.StackCommand;
import dev.parley.console.stack.StackDiffCommand;
import dev.parley.console.stack.StackGetCommand;
import dev.parley.console.stack.StackInsertCommand;
import dev.parley.console.stack.StackListCommand;
import dev.parley.console.stack.StackRemoveCommand;
import dev.parley.console.stack.StackSetCommand;
import dev.parley.console.stack.StackUseCommand;
import java.util.ArrayList;
import java.util.List;

/** The commands that come with Parley, by chapters of the help; the console adds those that act on itself. */
final class StandardCommands {
    private StandardCommands() {}

    static List<Command> chat(CommandHistory history) {
        return List.of(
                new JoinCommand(),
                new LeaveCommand(),
                new MsgCommand(),
                new MeCommand(),
                new TellCommand(),
                new NickCommand(),
                new ReceiptsCommand(),
                new HistoryCommand(history),
                new SearchCommand(),
                new ExportCommand(),
                new PingCommand("ping"),
                new PingCommand("chatmemberping"),
                new ChatJoinCommand(),
                new ChatLeaveCommand(),
                new ChatMemberListCommand());
    }

    static List<Command> group() {
        return List.of(
                new MemberListConfigureCommand(),
                new ShowConfigCommand(),
                new SaveConfigCommand(),
                new LoadConfigCommand(),
                new MemberListCreateCommand(),
                new MemberListStartCommand(),
                new MemberListJoinCommand(),
                new MemberListCommand(),
                new LocalNodeCommand(),
                new ShowMemberListCommand(),
                new EventsCommand(),
                new MemberListHealthScoreCommand(),
                new MemberListUpdateCommand(),
                new MemberListLeaveCommand(),
                new MemberListShutdownCommand(),
                new MemberListShutdownTransportCommand(),
                new MemberListDeleteCommand(),
                new AloneCommand());
    }

    static List<Command> stack() {
        return List.of(
                new StackCommand(),
                new StackListCommand(),
                new StackUseCommand(),
                new StackDiffCommand(),
                new StackGetCommand(),
                new StackSetCommand(),
                new StackInsertCommand(),
                new StackRemoveCommand());
    }

    static List<Command> map() {
        return List.of(new BroadcastAddCommand(), new BroadcastDelCommand(), new BroadcastListCommand());
    }

    static List<Command> bootstrap(NamedServices named) {
        return List.of(
                new BootstrapJoinCommand(),
                new BootstrapLeaveCommand(),
                new BootstrapRefillCommand(),
                new BootstrapCommand(),
                new BootstrapListCommand(),
                new BootstrapListLocalCommand(),
                new BootstrapResetCommand(),
                new BootstrapUseCommand(named));
    }

    static List<Command> faults() {
        List<Command> faults = new ArrayList<>(EffectCommand.all());
        faults.addAll(List.of(new FaultPartitionCommand(), new FaultHealCommand(), new FaultListCommand()));
        return faults;
    }

    static List<Command> log(LogTail tail) {
        LogFile file = new LogFile();
        return List.of(
                new LogOnCommand(file),
                new LogOffCommand(file),
                new LogLevelCommand(new Loggers()),
                new LogShowCommand(tail));
    }

    static List<Command> scripts(LineRunner runner, SessionWatch watch, Variables variables) {
        List<Command> all = new ArrayList<>(List.of(
                new ExecuteCommand(runner, variables), new WaitMembersCommand(watch), new WaitMessageCommand(watch)));
        all.addAll(ExpectRosterCommand.all(watch));
        all.addAll(List.of(
                new ExpectStateCommand(watch),
                new ExpectMessageCommand(watch),
                new ExpectOutputCommand(runner),
                new ExpectFailureCommand(runner),
                new SleepCommand(),
                new EchoCommand()));
        return all;
    }
}

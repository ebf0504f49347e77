import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the machine says of itself and of a process. Linux tells; elsewhere the numbers are zero.
final class Machine {

    private Machine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    static String inWords() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return String.format(Locale.ROOT, "%d cores, load average %.1f at the beginning", cores(), load);
    }

    static long residentMebibytes(long pid) {
        return status(pid, "VmRSS") / 1024;
    }

    static long threads(long pid) {
        return status(pid, "Threads");
    }

    private static long status(long pid, String key) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            var found = Pattern.compile("(?m)^" + key + ":\\s+(\\d+)").matcher(text);
            return found.find() ? Long.parseLong(found.group(1)) : 0;
        } catch (IOException notTold) {
            return 0;
        }
    }
}

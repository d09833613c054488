import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDF files with veraPDF: {@code java -cp ... ValidatePdf.java 3a,ua1 FILE...}.
 *
 * <p>Prints one JSON object a line for every file and profile:
 * {@code {"file", "profile", "compliant", "checks", "error", "failed": [{"rule", "message", "place", "count"}]}}. A file that
 * cannot be read as PDF is not compliant and has {@code error}. {@code checks} is the number of checks that were made, so that
 * a reader can tell "nothing wrong" from "nothing looked at". Exit code 0 when every line could be printed, 2 for a wrong call.
 */
public final class ValidatePdf {
    private static final int UNLIMITED = -1;

    public static void main(String[] args) {
        if (args.length < 2) {
            System.err.println("usage: ValidatePdf PROFILE[,PROFILE...] FILE...");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> profiles = new ArrayList<>();
        for (String name : args[0].split(",")) {
            PDFAFlavour profile = PDFAFlavour.byFlavourId(name);
            if (profile == null || profile == PDFAFlavour.NO_FLAVOUR) {
                System.err.println("unknown profile: " + name);
                System.exit(2);
            }
            profiles.add(profile);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 1; i < args.length; i++) {
            for (PDFAFlavour profile : profiles) {
                out.println(line(args[i], profile));
            }
        }
    }

    private static String line(String file, PDFAFlavour profile) {
        String head = "{\"file\":" + quoted(file) + ",\"profile\":" + quoted(profile.getId());
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, profile);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, UNLIMITED, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            return head + ",\"compliant\":" + result.isCompliant() + ",\"checks\":" + result.getTotalAssertions()
                    + ",\"error\":null,\"failed\":" + failed(result) + "}";
        } catch (Exception problem) {
            return head + ",\"compliant\":false,\"checks\":0,\"error\":" + quoted(problem.toString()) + ",\"failed\":[]}";
        }
    }

    private static String failed(ValidationResult result) {
        Map<String, TestAssertion> first = new TreeMap<>();
        Map<String, Integer> count = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                first.putIfAbsent(rule, assertion);
                count.merge(rule, 1, Integer::sum);
            }
        }
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, TestAssertion> entry : first.entrySet()) {
            TestAssertion assertion = entry.getValue();
            String message = assertion.getErrorMessage() == null ? assertion.getMessage() : assertion.getErrorMessage();
            String place = assertion.getLocation() == null ? "" : assertion.getLocation().getContext();
            rows.add("{\"rule\":" + quoted(entry.getKey()) + ",\"message\":" + quoted(message)
                    + ",\"place\":" + quoted(place) + ",\"count\":" + count.get(entry.getKey()) + "}");
        }
        return "[" + String.join(",", rows) + "]";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : (text == null ? "" : text).toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}

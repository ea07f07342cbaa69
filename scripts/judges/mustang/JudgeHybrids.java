import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.mustangproject.validator.ZUGFeRDValidator;

/**
 * Judges Factur-X files by Mustang, all in one Java machine. Prints a line for each: "judged", the file, whether it was
 * completely valid, and Mustang's whole report in base 64, separated by tabs.
 */
public final class JudgeHybrids {
  public static void main(String[] files) {
    for (String file : files) {
      var validator = new ZUGFeRDValidator();
      validator.disableNotices();
      String report = validator.validate(file);
      String encoded = Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8));
      System.out.println(String.join("\t", "judged", file, String.valueOf(validator.wasCompletelyValid()), encoded));
    }
  }
}

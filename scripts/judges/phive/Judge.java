import com.helger.collection.commons.ICommonsIterable;
import com.helger.diagnostics.error.IError;
import com.helger.diagnostics.error.list.IErrorList;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.FileSystemResource;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResult;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.File;
import java.util.Locale;

/**
 * Judges XML invoices by phive. Arguments in pairs: the rules' identifier (eu.peppol.bis3:invoice:2026.5) and a file.
 * Prints a line for each finding, "level<TAB>file<TAB>rule<TAB>text", and for each file, once every layer of its rules
 * has run, "judged<TAB>file<TAB>layers". A file without such a line has not been judged.
 */
public final class Judge {
  public static void main(String[] args) throws Exception {
    var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
    EN16931Validation.initEN16931(registry);
    PeppolValidation.initStandard(registry);
    for (int at = 0; at + 1 < args.length; at += 2) judge(registry, args[at], args[at + 1]);
  }

  private static void judge(ValidationExecutorSetRegistry<IValidationSourceXML> registry, String id, String file)
      throws Exception {
    IValidationExecutorSet<IValidationSourceXML> rules = registry.getOfID(DVRCoordinate.parseOrThrow(id));
    if (rules == null) throw new IllegalArgumentException("no rules " + id);
    IValidationSourceXML source = ValidationSourceXML.create(new FileSystemResource(new File(file)));
    ValidationResultList results =
        ValidationExecutionManager.executeValidation(IValidityDeterminator.createDefault(), rules, source, Locale.US);
    boolean whole = true;
    for (ValidationResult layer : results) {
      if (layer.getValidity().isSkipped()) whole = false;
      for (IError error : layer.getErrorList()) {
        String text = String.valueOf(error.getErrorText(Locale.US)).replaceAll("\\s+", " ");
        print(error.getErrorLevel().getID(), file, String.valueOf(error.getErrorID()), text);
      }
    }
    if (whole) print("judged", file, String.valueOf(results.size()), id);
  }

  private static void print(String... columns) {
    System.out.println(String.join("\t", columns));
  }
}

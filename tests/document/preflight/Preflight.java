// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/**
 * Judges files against PDF/A-1b (ISO 19005-1) with Apache PDFBox. Prints for each file "valid" or "invalid", a tab and
 * its name, and under an invalid one its errors, indented. Exits with 0 if all are valid, else with 1.
 */
public final class Preflight {
    private static ValidationResult judge(File file) throws Exception {
        PreflightParser parser = new PreflightParser(file);
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException unreadable) {
            return unreadable.getResult();
        }
    }

    public static void main(String[] names) throws Exception {
        Logger.getLogger("org.apache").setLevel(Level.OFF);
        boolean allValid = true;
        for (String name : names) {
            ValidationResult result = judge(new File(name));
            System.out.println((result.isValid() ? "valid\t" : "invalid\t") + name);
            for (ValidationResult.ValidationError error : result.getErrorsList()) {
                System.out.println("    " + error.getErrorCode() + " " + error.getDetails());
            }
            allValid &= result.isValid();
        }
        System.exit(allValid ? 0 : 1);
    }
}

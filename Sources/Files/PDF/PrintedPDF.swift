import Foundation
import Subprocess

/// Makes a PDF of a page through WeasyPrint, where that is installed. It runs as a program of its own that may fetch
/// nothing: no picture, no style, no file, whatever stands in the page.
public enum PrintedPDF {
    /// - Parameter html: a whole document, without pictures.
    /// - Throws: `FileRefusal` in plain words where WeasyPrint is not there or fails.
    public static func made(of html: [UInt8]) async throws -> [UInt8] {
        for surroundings in surroundings {
            if let pdf = try? await made(of: html, in: surroundings) { return pdf }
        }
        throw absent
    }

    /// The system's own interpreter, for which apt-get installs, then whichever comes first on the path.
    private static let surroundings: [Environment] = [.inherit.updating(["PATH": "/usr/bin:/bin"]), .inherit]

    private static func made(of html: [UInt8], in surroundings: Environment) async throws -> [UInt8] {
        let outcome = try await run(
            .name("python3"), arguments: ["-I", "-c", script, style], environment: surroundings, input: .array(html),
            output: .bytes(limit: 200_000_000), error: .string(limit: 65_536))
        guard outcome.terminationStatus.isSuccess, outcome.standardOutput.starts(with: Array("%PDF-".utf8)) else { throw absent }
        return outcome.standardOutput
    }

    private static let absent = FileRefusal("No PDF could be made, because WeasyPrint is not installed on the server. Print the page instead, or ask whoever runs Trellis to run: apt-get install weasyprint")

    private static let script = """
        sys, logging = __import__("sys"), __import__("logging")
        logging.disable(logging.CRITICAL)
        weasyprint = __import__("weasyprint")
        def nothing(url, *rest, **more):
            raise ValueError("nothing is fetched")
        page = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8"), url_fetcher=nothing)
        sys.stdout.buffer.write(page.write_pdf(stylesheets=[weasyprint.CSS(string=sys.argv[1], url_fetcher=nothing)]))
        """

    private static let style = """
        @page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " of " counter(pages); font: 9pt sans-serif; } }
        body { font: 10.5pt/1.4 sans-serif; }
        h1 { font-size: 17pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; break-after: avoid; }
        dl { margin: 0 0 8pt; border-top: 0.5pt solid #888; padding-top: 3pt; break-inside: avoid; }
        dl > div { display: flex; } dt { width: 30%; color: #444; } dd { margin: 0; width: 70%; }
        table { width: 100%; border-collapse: collapse; } th, td { text-align: left; padding: 2pt 4pt; border-bottom: 0.5pt solid #888; vertical-align: top; }
        .quiet { color: #444; }
        """
}

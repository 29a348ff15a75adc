import Foundation
import Subprocess

/// Makes a PDF of a page through WeasyPrint, where that is installed. It runs as a program of its own that may fetch
/// nothing: no picture, no style, no file, whatever stands in the page.
public enum PrintedPDF {
    /// - Parameter html: a whole document, without pictures.
    /// - Throws: `FileRefusal` in plain words where WeasyPrint is not there or fails.
    public static func made(of html: [UInt8]) async throws -> [UInt8] { try await made(of: html, paths: ["/usr/bin:/bin", nil]) }

    /// - Parameter paths: where the interpreter is looked for, one after the other; nil is the path of this program. The
    ///   system's own comes first: for that apt-get installs.
    static func made(of html: [UInt8], paths: [String?]) async throws -> [UInt8] {
        var refusal = absent
        for path in paths {
            let surroundings = path.map { Environment.inherit.updating(["PATH": $0]) } ?? .inherit
            guard let outcome = try? await run(
                .name("python3"), arguments: ["-I", "-c", script, style], environment: surroundings, input: .array(html),
                output: .bytes(limit: 200_000_000), error: .string(limit: 65_536)) else { continue }
            if outcome.terminationStatus.isSuccess, outcome.standardOutput.starts(with: Array("%PDF-".utf8)) { return outcome.standardOutput }
            if outcome.terminationStatus != .exited(isMissing) { refusal = failed }
        }
        throw refusal
    }

    private static let absent = FileRefusal("No PDF could be made, because WeasyPrint is not installed on the server. Print the page instead, or ask whoever runs Trellis to run: apt-get install weasyprint")
    private static let failed = FileRefusal("No PDF could be made: WeasyPrint is installed on the server, but did not finish. Print the page instead, and tell whoever runs Trellis.")

    /// How the script ends where there is no WeasyPrint.
    private static let isMissing: Int32 = 66

    private static let script = """
        sys, logging = __import__("sys"), __import__("logging")
        logging.disable(logging.CRITICAL)
        try:
            weasyprint = __import__("weasyprint")
        except ImportError:
            sys.exit(66)
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

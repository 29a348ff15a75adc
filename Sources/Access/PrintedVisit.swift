import Files
import Pages

extension Visit {
    /// A page as a PDF, to keep or to hand on; where none can be made, a page that says why and leads on.
    ///
    /// - Parameters:
    ///   - body: what stands in it, without the frame, pictures or anything that would have to be fetched.
    ///   - file: the name of the download; no name of a child.
    ///   - back: where to go on where there is no PDF.
    public func pdf(_ title: String, _ body: HTML, file: String, at place: String, back: (label: String, to: Address)) async throws -> Answer {
        do {
            return .download(.bytes(try await PrintedPDF.made(of: printedDocument(title, body).bytes)), name: file, type: "application/pdf")
        } catch let refusal as FileRefusal {
            return page("No PDF", at: place, status: 503, "\(pageTitle("No PDF could be made"))<p>\(refusal.description)</p><p class=\"actions\">\(linkButton(back.label, back.to))</p>")
        }
    }
}

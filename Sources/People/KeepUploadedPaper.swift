import Access
import Basics
import Database
import Pages
import Papers

extension Visit {
    /// Stores the file that came with a form: first the file, whole and on the disk, then what `save` writes about it in one
    /// act. Where that is refused, the file goes again.
    ///
    /// - Parameter found: what is wrong with the words of the form. Then nothing is stored, and all that is wrong is said at
    ///   once, about the words and about the file.
    public func keepUploadedPaper<T: Sendable>(
        in papers: PaperStore, unless found: Problems, _ save: @escaping @Sendable (Writer, StoredPaper) throws -> T
    ) async throws -> T {
        let stored = try papers.keep(request.files.first { $0.field == "file" }, unless: found)
        do {
            return try await write { try save($0, stored) }
        } catch {
            papers.discard(stored.storedAs)
            throw error
        }
    }
}

extension PaperStore {
    fileprivate func keep(_ file: UploadedFile?, unless found: Problems) throws -> StoredPaper {
        var problems = found
        guard let file else {
            problems.add("file", "Choose a file.")
            throw problems
        }
        do {
            if problems.isEmpty { return try keep(file.path, named: file.name) }
            _ = try inspect(file.path)
            problems.add("file", "Choose the file again: a browser does not keep it.")
        } catch let wrong as Problems {
            wrong.list.forEach { problems.add($0.field, $0.message) }
        } catch PaperProblem.unwritable {
            problems.add("file", "This could not be stored. Perhaps the disk of the server is full: tell whoever runs Trellis. Then add it again.")
        }
        throw problems
    }
}

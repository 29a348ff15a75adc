import Basics

/// Pictures: the head must be whole, and the size one that a camera makes.
enum PictureContent {
    static let markOfPNG: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func kind(_ bytes: UnsafeRawBufferPointer) throws -> PaperKind {
        let isPNG = bytes.starts(with: markOfPNG)
        guard let size = isPNG ? sizeOfPNG(bytes) : sizeOfJPEG(bytes) else {
            throw PaperContent.refusal("This picture is damaged or cut short. Open it, save it again, and choose that.")
        }
        // A small file can claim a picture that fills the memory of whoever opens it.
        guard (1...30_000).contains(size.width), (1...30_000).contains(size.height), size.width * size.height <= 250_000_000 else {
            throw PaperContent.refusal("This picture is larger than any camera makes. Make it smaller, and choose that.")
        }
        return isPNG ? .png : .jpeg
    }

    /// The brands of still pictures of ISO/IEC 23008-12, as telephones write them.
    static func isHEIC(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return false }
        return ["heic", "heix", "heim", "heis", "mif1"].contains { bytes[8..<12].elementsEqual($0.utf8) }
    }

    /// The first part is IHDR, and the last is IEND: nothing else hangs on its end (PNG, third edition, 5.6).
    private static func sizeOfPNG(_ bytes: UnsafeRawBufferPointer) -> (width: Int, height: Int)? {
        let end: [UInt8] = [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
        guard bytes.count >= 45, bytes[8..<16].elementsEqual([0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]), bytes.suffix(12).elementsEqual(end) else { return nil }
        return (number(bytes, 16, 4), number(bytes, 20, 4))
    }

    /// Goes from marker to marker to the one with the size (ITU-T T.81, annex B).
    private static func sizeOfJPEG(_ bytes: UnsafeRawBufferPointer) -> (width: Int, height: Int)? {
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let marker = bytes[place + 1]
            switch marker {
            case 0xFF: place += 1
            case 0x01, 0xD0...0xD7: place += 2
            case 0xD8, 0xD9, 0xDA, 0x00: return nil
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker): return (number(bytes, place + 7, 2), number(bytes, place + 5, 2))
            default:
                let length = number(bytes, place + 2, 2)
                if length < 2 { return nil }
                place += 2 + length
            }
        }
        return nil
    }

    private static func number(_ bytes: UnsafeRawBufferPointer, _ place: Int, _ length: Int) -> Int {
        bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
    }
}

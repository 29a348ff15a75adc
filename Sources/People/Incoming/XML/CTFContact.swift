import Basics
import Files

/// Reads addresses and contacts of a transfer file.
enum CTFContact {
    static func contacts(_ block: XMLElement, _ values: inout IncomingValues) -> [IncomingContact] {
        block.children("Contact").map { contact($0, &values) }
    }

    private static func contact(_ row: XMLElement, _ values: inout IncomingValues) -> IncomingContact {
        var contact = IncomingContact()
        contact.order = values.number(row.text("Order"), "contact_order")
        contact.title = row.text("Title")
        contact.surname = row.text("Surname")
        contact.forename = row.text("Forename")
        contact.middleNames = row.text("MiddleNames")
        contact.sex = values.sex(row.text("Sex") ?? row.text("Gender"), "contact_sex")
        contact.relationship = values.code(row.text("Relationship"), "contact_relationship", in: .relationships)
        contact.parentalResponsibility = values.flag(row.text("Responsibility"), "parental_responsibility")
        contact.livesWithPupil = values.flag(row.first("AddressAsPupil")?.text, "contact_address")
        contact.address = row.child("Address").flatMap(address)
        contact.phones = (row.child("Phones") ?? row).children("Phone").compactMap(phone)
        contact.email = row.text("Email")
        return contact
    }

    private static func phone(_ row: XMLElement) -> IncomingPhone? {
        row.text("PhoneNo").map { IncomingPhone(kind: row.text("TelephoneType")?.uppercased(), number: $0) }
    }

    /// An address in either form, BS7666 or lines; nil where nothing stands in it.
    static func address(_ block: XMLElement) -> IncomingAddress? {
        let lines = block.child("BS7666Address").map(bs7666) ?? block.child("AddressLines").map(plainLines) ?? []
        let all = lines + [block.text("County")].compactMap(\.self)
        let postcode = (block.text("PostCode") ?? block.text("Zip"))?.uppercased()
        return all.isEmpty && postcode == nil ? nil : IncomingAddress(lines: all, postcode: postcode)
    }

    private static func plainLines(_ block: XMLElement) -> [String] {
        (1...5).compactMap { block.text("AddressLine\($0)") }
    }

    /// `Flat 2`, then `14 Elm Road`, then the places: a house number shares its line with the street.
    private static func bs7666(_ block: XMLElement) -> [String] {
        let street = [block.text("PAON"), block.text("Street")].compactMap(\.self).joined(separator: " ").nonEmpty
        let places = ["Locality", "Town", "PostTown", "AdministrativeArea"].compactMap { block.text($0) }
        return places.reduce([block.text("SAON"), street].compactMap(\.self)) { $0.last == $1 ? $0 : $0 + [$1] }
    }
}

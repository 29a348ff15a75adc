import Access
import AreaKit
import Basics
import Pages

/// All fields that one may type into a form, by group, each with an example.
let formFieldsRoutes: [Route] = [
    .read(formFieldsPath, .seeSafetyNet) { visit in
        let cards: [HTML] = FormField.groups.map { group in
            card(group.title, id: group.key, table(group.title, [head("Type this"), head("What it stands for"), head("Such as")], group.fields.map(row)))
        }
        let links: [HTML] = FormField.groups.map { "<li><a href=\"\(formFieldsPath().at($0.key))\">\($0.title)</a></li>" }
        return visit.page("Fields of forms", at: "packs", """
            \(crumbs(("Councils’ forms", packsPath())))\(pageTitle("Fields of forms", lead: "Open the council’s form in Word. Where a word of the record belongs, type its field with two braces before and after, then save the form as .docx and add it to the council’s pack.", actions: [printButton("Print the list")]))\
            \(card("Lists", "<p>A field marked “Each” belongs to a list, such as lines of provision. Type its fields into one row of a table: Trellis repeats that row. Outside of a table it repeats the line. To repeat more than that, type <code>{{#provision}}</code> before and <code>{{/provision}}</code> after it.</p><p>What the record does not know stays as <b>[to fill in]</b>. Trellis lists it beside the filled form.</p>"))\
            <nav class="no-print" aria-label="Groups of fields"><ul class="plain">\(links)</ul></nav>\(cards)
            """)
    },
]

private func row(_ field: FormField) -> HTML {
    "<tr><th scope=\"row\"><code>{{\(field.name)}}</code></th><td data-label=\"What it stands for\">\(field.meaning)</td><td data-label=\"Such as\">\(field.example)</td></tr>\n"
}

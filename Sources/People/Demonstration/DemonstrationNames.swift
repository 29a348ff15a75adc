// Names as one hears them in English schools today. No name here is meant for a real person.

extension DemonstrationHeritage {
    static let englishFirst = [
        DemonstrationHeritage("WBRI", "ENG", 68, surnames: """
            Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green \
            Hall Wood Jackson Clarke Turner Hill Cooper Ward Morris Baker Harrison Morgan Bell Bailey Richardson Cox Marshall \
            Webb Simpson Chapman Barker Holmes Palmer Fletcher Mills Dixon Knight Lowe Hunt Mason Gibson Ellis Booth Carr \
            Hartley Birch Thornton Ashworth Pickering Lister Hobbs Whitaker Dawson Marsden Rowe Burrows Platt Sharpe Wilkins
            """, girls: """
            Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie \
            Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maisie Emma Alice Penelope Ada Eliza Nancy Martha \
            Robyn Lottie Orla Bonnie Erin Darcie Iris Thea Beatrice Molly Jessica Hallie Summer Edith Violet
            """, boys: """
            Noah George Oliver Arthur Leo Harry Oscar Archie Jack Henry Charlie Jude Luca Theodore Freddie Alfie Theo Thomas \
            Finley Isaac Joshua Edward William James Alexander Lucas Max Joseph Samuel Reuben Rory Toby Hugo Frederick Louie \
            Ezra Stanley Ralph Albie Rowan Dylan Logan Ethan Tommy Jasper Benjamin Elijah Frank Ted Caleb
            """),
        DemonstrationHeritage("WIRI WBRI", "ENG", 6, surnames: """
            Murphy Kelly Byrne Ryan O’Brien Walsh O’Connor Doyle Gallagher McCarthy Kennedy Lynch Quinn O’Neill Brennan Nolan O’Hare
            """, girls: "Aoife Niamh Saoirse Caoimhe Róisín Orlaith Clodagh Ciara Maeve Siobhán Sinéad Bríd",
            boys: "Conor Cian Oisín Fionn Seán Ciarán Cillian Darragh Eoin Pádraig Ruairí Declan"),
        DemonstrationHeritage("BCRB MWBC", "ENG", 8, surnames: """
            Campbell Grant Francis Clarke Henry Gordon Bailey Reid Stewart Powell Morrison Bennett Palmer Lewin Samuels
            """, girls: "Amara Aaliyah Nevaeh Zara Imani Kezia Renée Shanelle Naomi Tiana Jada Chanté",
            boys: "Malachi Kyrie Jayden Tyrese Zion Micah Isaiah Kai Amari Josiah Jerome Dwayne"),
        DemonstrationHeritage("BAFR", "ENG", 8, surnames: """
            Okafor Adeyemi Mensah Boateng Owusu Eze Balogun Okonkwo Asante Afolabi Nwosu Osei Adebayo Danso Ogunleye
            """, girls: "Adaeze Temiloluwa Abena Ifeoma Folasade Chiamaka Efua Zainab Grace Blessing Oluwaseun Ama",
            boys: "Chidi Kwame Emeka Tobi Kofi Oluwadamilare Kelechi Ayomide Yaw David Emmanuel Femi"),
        DemonstrationHeritage("AIND MWAS AOTH", "ENG", 10, surnames: """
            Patel Shah Singh Kaur Sharma Desai D’Souza Fernandes Nair Mistry Gill Chauhan Joshi Rana
            """, girls: "Anaya Aarohi Priya Diya Meera Simran Jasleen Kavya Isha Nisha Riya Ananya",
            boys: "Arjun Rohan Aarav Vihaan Kiran Dev Ishaan Gurpreet Harjot Nikhil Krish Veer"),
    ]

    static let otherLanguageFirst = [
        DemonstrationHeritage("ABAN", "BNG", 24, surnames: "Begum Khatun Uddin Miah Rahman Islam Hussain Chowdhury Alam Akter Ahmed Choudhury Sultana Karim",
            girls: "Amina Fatiha Nusrat Tahmina Maryam Sumaiya Rumaisa Jannat Aisha Sadia Tasnim Anika",
            boys: "Ibrahim Rayyan Tahmid Yusuf Abdullah Zayan Mahdi Sami Ayaan Ismail Rafi Fahim"),
        DemonstrationHeritage("APKN", "URD", 20, surnames: "Khan Ahmed Malik Hussain Iqbal Mahmood Akhtar Bibi Shah Mirza Raja Butt Qureshi Siddiqui",
            girls: "Zara Hafsa Ayesha Inaya Iqra Mahnoor Zoya Khadija Noor Eshal Hira Laiba",
            boys: "Muhammad Mohammed Ali Zayn Hamza Bilal Haris Umar Ahsan Daniyal Sufyan Idris"),
        DemonstrationHeritage("WOTH", "POL", 12, surnames: "Nowak Kowalska Wiśniewski Wójcik Lewandowska Zieliński Szymańska Dąbrowski Kamiński Mazur Król Jabłońska",
            girls: "Zuzanna Maja Hanna Lena Alicja Oliwia Zofia Julia Małgorzata Wiktoria", boys: "Jakub Łukasz Szymon Filip Kacper Mikołaj Antoni Michał Oskar Wojciech"),
        DemonstrationHeritage("WOTH", "RUM", 10, surnames: "Popescu Ionescu Dumitrescu Stan Munteanu Ștefănescu Radu Stoica Matei Ciobanu",
            girls: "Andreea Ioana Ștefania Maria Sofia Bianca Daria Alexia", boys: "Andrei Matei Ștefan Luca Gabriel David Răzvan Ionuț"),
        DemonstrationHeritage("BAFR", "SOM", 8, surnames: "Abdi Mohamed Ali Warsame Hassan Yusuf Farah Jama Osman Aden",
            girls: "Hodan Ayaan Ifrah Sagal Fadumo Nasra Halima Ubah", boys: "Abdirahman Liban Guled Mustafa Zakariya Mahad Ayub Bilaal"),
        DemonstrationHeritage("AOTH", "TAM", 5, surnames: "Sivakumar Rajendran Krishnan Selvarajah Nadarajah Balasubramaniam Kumaran",
            girls: "Abinaya Kavitha Thulasi Harini Nila Yazhini", boys: "Kavin Pranav Aaran Sujan Vikram Thilak"),
        DemonstrationHeritage("CHNE AOTH", "CHI", 4, surnames: "Chen Wong Li Zhang Lam Cheung Wu Yip", girls: "Mei Jia Xin Yan Ka_Yan Li_Na Chloe", boys: "Wei Jun Hao Ming Chun_Hei Ka_Ho Lok"),
        DemonstrationHeritage("AOTH", "VIE", 3, surnames: "Nguyễn Trần Lê Phạm Đặng Hoàng", girls: "Linh Thảo Ngọc Mai Hương Trang", boys: "Minh Đức Bảo Khang Quân Tuấn"),
        DemonstrationHeritage("OOTH WOTH", "TUR", 5, surnames: "Yılmaz Kaya Demir Çelik Şahin Öztürk Arslan Koç", girls: "Elif Zeynep Defne Ayşe Ece Asya", boys: "Yusuf Emir Kerem Çağan Mert Efe"),
        DemonstrationHeritage("OOTH", "ARA", 6, surnames: "Al-Hassan Haddad Mansour El-Sayed Khalil Saleh Nasser Al-Amin", girls: "Layla Salma Nour Rania Yasmin Jana", boys: "Omar Karim Adam Tariq Zaid Anas"),
        DemonstrationHeritage("WOTH", "POR", 5, surnames: "Silva Santos Ferreira Pereira Gonçalves Conceição Araújo Lopes", girls: "Beatriz Leonor Inês Conceição Carolina Mafalda", boys: "João Tiago Gonçalo Rodrigo Afonso Martim"),
        DemonstrationHeritage("WOTH", "UKR", 4, surnames: "Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk", girls: "Sofiia Anastasiia Solomiia Daryna Yeva", boys: "Oleksandr Maksym Danylo Bohdan Artem"),
        DemonstrationHeritage("WROM WOTH", "LIT", 3, surnames: "Kazlauskas Petrauskaitė Jankauskas Stankevičius Žukauskaitė", girls: "Emilija Austėja Liepa Gabija", boys: "Matas Lukas Dominykas Jonas"),
    ]

    /// Names that programs trip over: both apostrophes, a name alone, two letters, forty letters, a word that
    /// means nothing to a computer, accents as separate characters.
    static let awkward: [(surname: String, forename: String, preferred: String?)] = [
        ("O’Hare", "Tadhg", nil), ("O'Hare", "Róisín", nil), ("Ní Dhomhnaill", "Saoirse", "Seer"),
        ("D’Souza-Smith", "Mía", nil), ("Nguyễn", "Thị Ánh", "Annie"), ("Dziedzic", "Łukasz", "Lucas"),
        ("Suharti", "", nil), ("Ng", "Jo", nil), ("Bo", "Li", nil), ("Null", "Christopher", "Chris"),
        ("True", "Ellie", nil), ("Venkatanarasimharajuvaripetasubramaniamk", "Sai", nil),
        ("Ngozi-Andre\u{301}", "Zoe\u{308}", nil), ("van der Meer", "Anneke", nil), ("St. John", "Peregrine", "Perry"),
    ]

    /// What some children are called by everybody.
    static let shortForms = ["Alexander": "Alex", "Benjamin": "Ben", "Charlotte": "Lottie", "Christopher": "Chris", "Elizabeth": "Lizzie",
        "Frederick": "Freddie", "Isabella": "Bella", "Joseph": "Joe", "Joshua": "Josh", "Matilda": "Tilly", "Muhammad": "Mo",
        "Oluwadamilare": "Dami", "Oleksandr": "Sasha", "Samuel": "Sam", "Theodore": "Teddy", "Thomas": "Tom", "Temiloluwa": "Temi",
        "William": "Billy", "Zuzanna": "Zuzia", "Penelope": "Nell"]

    static let grownUps: [(title: String, forename: String)] = [
        ("Mrs", "Sarah"), ("Ms", "Nadia"), ("Mrs", "Joanne"), ("Ms", "Rukhsana"), ("Miss", "Gemma"), ("Mrs", "Agnieszka"), ("Ms", "Comfort"),
        ("Dr", "Priti"), ("Mrs", "Helen"), ("Ms", "Fatima"), ("Mr", "David"), ("Mr", "Imran"), ("Mr", "Peter"), ("Mr", "Kwabena"),
        ("Mr", "Tomasz"), ("Dr", "Rajesh"), ("Mr", "Gareth"), ("Mr", "Abdul"), ("Mr", "Callum"), ("Mr", "Stephen"),
    ]
}

/// The words that most people make passwords of: written for this program from what is well known about passwords
/// in Britain. Figures, signs and letters turned into figures are taken off before a password is looked up here, so one word stands
/// for hundreds of passwords.
enum CommonPasswords {
    static let stems = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

    private static let text = """
        aaron abba abbie abc abcd abcdef abigail academy access adam adele admin administrator adminpassword ahmed airforce aisha alan albion alex alexander
        alexandra alfie ali alice allah allahuakbar alphabet always amanda amazing amazon amelia amen america amy andrea andrew android angel angela angels
        ann anna anne anthony anything apple apples april aragorn archie army arse arsehole arsenal arsenalfc asdf asdfgh asdfghjkl assassin assembly
        astonvilla audi august auntie australia autumn ava avengers awesome azerty baby babyboy babygirl bacon bailey ballet banana barbie barcelona barney
        barry bart baseball basketball bastard bath batman beach bear beatles beautiful beckham becky bedroom beer belfast believe bella ben benjamin
        bestfriend bestfriends bethany beyonce bible birmingham birminghamcity birthday biscuit bismillah bitch black blackburn blessed blessing bloody blue
        blues bmw bobby bobthebuilder bollocks bolton book books boss bournemouth bowie boxing boyfriend brentford brexit brian brighton brightonhove
        brilliant bristol britain brother brown buddha buddy budgie bugger bunny burger burnley buster butter butterflies butterfly cake callum cambridge
        camera canada candy cantona cantremember cappuccino cardiff cardiffcity carl carol caroline cash cat catherine cats celtic chair champion champions
        changeit changeme changethis charizard charlie charlotte cheers cheese cheesecake cheetah chelsea chelseafc cherries cherry chicken children chips
        chloe choccy chocolate chris christ christine christmas christopher cinderella city claire clare class classroom coco coffee coffeetime coldplay
        college computer connor cookie cookies cool cornwall coronavirus correcthorsebatterystaple corvette coventry coventrycity covid cow cowboy craig
        cricket crystal crystalpalace cupcake cuppa cutie cycling dad daddy daisy dancer dancing dancingqueen danger dangerous daniel danielle danny darling
        darren darthvader daughter david davidbowie dawn dean debbie deborah december default demo demon dennis derbycounty derek destroyer devil devon
        diamond diamonds diane dinosaur disney doctorwho dog doggy dogs dolphin dominic donald donaldduck dontknow door dragon dream dreamer dreams drummer
        dublin duck dumbledore dylan eagle easter edinburgh edsheeran education edward eight eleanor elephant elizabeth ella ellie elsa elsaanna elsie elvis
        elvispresley emerald emily eminem emma england essex ethan everton evertonfc everyone everything evie example facebook faith falcon family fantastic
        father fatima february felix ferrari film films findingnemo finley first fish five florence flower flowers football footballer footy ford fordfiesta
        forest forever forgetful forgot forgotten fortnite four france freddie freedom freya friday friend friends frodo frozen fuck fuckoff fuckyou fulham
        furlough gameofthrones gamer gaming gandalf ganesh gangster garden gary gemma george georgia germany gerrard ghost gin ginandtonic ginger giraffe
        girlfriend glasgow glasgowceltic glasgowrangers god godisgood godislove gold golden goldfish golf golfer goodbye goodluck goodmorning goodnight
        goodpassword google gorgeous grace graham grandad grandma granny gray green greenday grey gryffindor guest guitar gunners gymnastics hacker
        halloween hamster handsome hannah happiness happy happybirthday harley harleydavidson harrison harry harrypotter harrystyles hassan hawk headteacher
        heart hearts heather heaven hedgehog helen hello hellohello hellokitty hellothere henry hermione hero hithere hobbit hockey hogwarts holiday
        holidayhome holidays holly home homer hometime homework honda honey hope horse horses house hugs hulk humptydumpty hunter husband ian ibrahim
        icecream idiot idontknow iforgot iloveyou iloveyoubaby iloveyousomuch inclusion incywincyspider india indigo inshallah instagram internet iphone
        ipswich ireland ironman isabella isla island italy itsme itsmehere ivy jack jackandjill jacob jaguar jam jamaica james jamie jane january jasmine
        jason jasper jedi jennifer jenny jess jessica jesus jesuschrist jesusislord jesuslovesme jewel joanna joanne job joe john jonsnow jordan joseph josh
        joshua julie july june justinbieber juventus kane karen kate katherine kathryn katie kawasaki keith kelly kent kevin khadija kids killer kimberley
        king kiss kisses kitchen kitten kitty knight knockknock koala krishna kyle ladybird lamborghini lampard lancashire landrover laptop last latte laugh
        laughter laura lauren leanne learning ledzeppelin lee leeds leedsengland leedsunited legend leicester leicestercity lemon leo letitgo letmein
        letmeinnow letmeinplease lewis liam liberty library lightning lilly lily linda lion lisa liverpool liverpoolfc liverpoollondon lockdown logan login
        logmein logmeinnow logon lola london lordoftherings lottery lottie louis louise love lovely loveme lover loves loveyou loving lucas lucky luckyone
        lucy luke lukeskywalker luna magic magical manager manchester manchestercity manchesterengland manchesterunited mancity mandy mango manunited manutd
        march margaret maria marie marine mario mark marley marshmallow martin marvel mary maryhadalittlelamb mashallah mason master matilda matrix matt
        matthew maureen max may mbappe me megan mercedes merrychristmas messi metallica mia michael michaeljackson michelle mickey mickeymouse microsoft
        middlesbrough millie million millionaire millwall milo minecraft mini minnie minniemouse misty mobile mohammed molly monday money moneymoney monkey
        monty moon moonlight mother motorbike mountain movie movies muhammad mum mumanddad mumdad mummy music mustang my myfamily mykids mypass mypassword
        myschool mysecret nana nanny natalie natasha nathan navy neil nemo netball netflix new newcastle newcastleunited newpassword newyear newyork neymar
        nicholas nick nicola nicole nigel nine ninja nintendo nirvana nissan noah nobody noidea none norwich norwichcity nothing nottingham nottinghamforest
        november oasis ocean october office old oldpassword oliver olivia ollie omar one onedirection onetwothree onetwothreefour onetwothreefourfive
        opendoor opensesame openthedoor openup orange oscar ourpassword outlook owen owl oxford paddington pakistan pancake panda panther paris parrot pass
        passcode passphrase passw password passwordpassword passwords passwort pasta patricia patrick paul pauline peace peach peanut peanutbutter pearl
        penguin peppapig pepper perfect personal peter peterpan philip phoebe phoenix phone photo piano picture pig pikachu pineapple pink pinkfloyd pirate
        pissoff pizza playstation playtime pleaseletmein pokemon poland police pony poppy popstar porsche portsmouth power powerful preston primary
        primaryschool prince princess private prosecco pupil pupils puppy purple pwd pword qazwsx qazwsxedc queen queenband quickbrownfox qwerty qwertyuiop
        qwertz rabbit rachel rain rainbow rangerover rangers ravenclaw reading realmadrid rebecca red redarmy redwine register registers remember rememberme
        rememberthis rich richard rihanna river robert roblox rock rockandroll rocknroll rockstar rocky roger ronaldo rooney root rose rosie rover rovers
        ruby rugby running rusty ryan safe salah sam samantha sample samsung samuel samurai sandra sandy sapphire sarah sasha saturday sausage scarlet
        scarlett school schooldays schoolpassword schools scotland scott sea sean second secondary secret secretpassword secrets secure securepassword
        security senco sencos send september sesame seven sexy shadow shark sharon shaun shearer sheep sheffield sheffieldunited sheffieldwednesday shit
        shithead shrek signin silver simba simon simpsons sister six slipknot slytherin smile smiley smiling smokey snake snapchat snow snowflake snowman
        snowwhite soccer socks soldier somebody someone something son sonic sooty sophie southampton spain special spicegirls spider spiderman spock spring
        spurs stacey star starlight stars startrek starwar starwars starwarsfan stayhome staysafe stephanie stephen steven stokecity storm story strawberry
        strength strong strongpassword stuart student students stupid sugar summer summertime sun sunday sunderland sunflower sunny sunset sunshine
        superhero superman supermario supersecret superstar susan suzuki swansea sweet sweetheart sweetie sweets swiftie swimming table takethat taylorswift
        teacher teacherpassword teachers teaching teatime teddy teddybear telephone temp temporary ten tennis terminator test tester testing thankyou the
        thebeatles theo thequickbrownfox third thisismypassword thisispassword thomas thomasthetank three threerandomwords thunder thursday tiger tigger
        tiktok tilly tinkerbell toast tobeornottobe toby together tony topsecret tottenham tottenhamhotspur toyota tracey tractor tracy treasure trellis
        trevor trial trust trustno tuesday turquoise turtle twat twinkletwinkle twinkletwinklelittlestar twitter two tyler uncle unicorn united
        unitedkingdom university user vampire verysecure vicky victoria victory video villa violet vodka voldemort wales wanderers wanker warrior watford
        wayne wednesday weekend welcome welcomeback welcomehome wendy westham westhamunited westlife whatever whatsapp whisky white whitewine whoisthere
        wife william window windows wine winner winniethepooh winning winter winteriscoming witch wizard wolf wolverhampton wolves wonderful wonderwall work
        worker working workpassword wrestling xbox xmas yamaha yasmin yellow ynwa yoda york yorkshire you youllneverwalkalone yourpassword youtube yusuf
        zara zelda zoe zombie zxcvbn zxcvbnm
        """
}

package speech

// english fills the tongue of English.
func english(t *tongue) {
	t.language = "en"
	t.add(say|pastForm, "said told stated added announced declared explained noted confirmed argued claimed reported warned wrote tweeted retweeted posted commented remarked observed recalled revealed disclosed "+
		"acknowledged stressed emphasized emphasised underlined underscored reiterated continued concluded maintained asserted alleged testified replied responded answered shouted chanted yelled screamed "+
		"joked reacted posed sniffed quipped lamented believed thought felt suggested advised recounted informed cautioned countered exclaimed muttered murmured proclaimed pronounced reminded ruled cited "+
		"repeated read wept whispered summed insisted complained admitted conceded boasted bragged contended vowed pledged swore agreed mused opined thundered fumed interjected elaborated clarified "+
		"assured reasoned mentioned published shared messaged intoned sang prayed cried laughed sighed smiled texted e-mailed emailed decried bemoaned deplored echoed retorted noted tells pleaded begged speculated theorised theorized figured guessed indicated hinted signaled signalled sneered scoffed detailed outlined specified protested objected repeated ventured marvelled gushed beamed snapped barked growled hissed sobbed moaned groaned stammered summarised summarized enthused expounded expanded chimed intoned retold confided corrected")
	t.add(say, "put puts says adds announces affirms affirmed declares explains insists argues warns writes tweets observes recalls reveals acknowledges stresses emphasizes emphasises underlines reiterates continues concludes "+
		"maintains asserts alleges replies responds answers laments believes thinks feels suggests recounts informs cautions exclaims admits concedes boasts contends vows pledges agrees confirms reads complains remembers remembered "+
		"say think believe argue warn insist tells tell admit fear feared hope hopes hoped")
	t.add(say|noun, "jokes states claims reports notes comments remarks posts points pointed shouts chants answers")
	t.add(say|weak|pastForm, "called described labelled labeled dubbed denounced condemned criticized criticised blamed accused praised hailed welcomed branded deemed termed characterised characterized slammed blasted lambasted decried derided lauded "+
		"expressed voiced referred compared likened promised threatened apologised apologized quoted urged demanded ordered instructed mocked defended ridiculed touted decried portrayed cast thanked")
	t.add(say|weak, "spoke speaks calls describes denounces condemns criticizes criticises accuses praises hails brands deems refers promises quotes expresses cites blames")
	t.add(say|participle, "saying adding telling stating noting explaining arguing claiming warning writing insisting stressing calling describing declaring announcing asserting confirming shouting chanting accusing denouncing condemning "+
		"recalling acknowledging alleging emphasizing emphasising reiterating concluding suggesting labelling labeling citing quoting tweeting urging demanding asking denying promising vowing pledging predicting blaming branding referring responding replying")
	t.stance(say|pastForm, Denies, "denied rejected dismissed refuted disputed rebutted")
	t.stance(say, Denies, "denies rejects dismisses refutes disputes rebuts deny reject")
	t.stance(say|participle, Denies, "denying rejecting dismissing")
	t.stance(say|pastForm, Questions, "asked wondered questioned inquired enquired")
	t.stance(say|noun, Questions, "asks wonders questions ask wonder")
	t.stance(say|participle, Questions, "asking wondering")
	t.stance(say|pastForm, CallsFor, "urged demanded appealed implored ordered exhorted recommended requested")
	t.stance(say, CallsFor, "urges implores exhorts")
	t.stance(say|noun, CallsFor, "demands appeals recommends")
	t.stance(say|participle, CallsFor, "urging demanding appealing")
	t.stance(say|pastForm, Predicts, "predicted forecast forecasted expected foresaw vowed pledged promised")
	t.stance(say, Predicts, "predicts expects foresees vows pledges")

	t.add(accords, "according words")
	t.add(he, "he him")
	t.add(she, "she her")
	t.add(it, "it")
	t.add(they, "they them")
	t.add(self, "i we you us me")
	t.add(relative, "who which whom whose")
	t.add(determiner, "a an the this these those his its their our my your some several many most few all both each every another other no any one two three four five six seven eight nine ten dozens scores hundreds thousands more such her")
	t.add(and, "and but or nor yet")
	t.add(clause, "when while as because if although though after before since until unless whereas where whether once so than how why what whenever wherever despite like")
	t.add(that, "that")
	t.add(preposing, "in on to with about against under near during over by into onto through across between among amid without within toward towards upon via despite following including around outside inside behind beyond off out up down along like unlike except after before since until")
	t.add(preposing|of, "of for from at")
	t.add(to, "to")
	t.add(auxiliary, "has have had will would can could may might must shall should did does do won't wouldn't can't couldn't didn't doesn't don't hasn't haven't hadn't ain't shouldn't "+
		"went came got took made gave left held came became began remains remained led leads lives lived works worked visited issued released met sat stood ran seized refused declined arrived returned appeared fled faces faced died wants wanted seems sought seeks tried plans planned "+
		"arrested sentenced ordered opened closed passed joined lost won shows showed includes included continues laughed smiled nodded shrugged paused waited helped used needs knew knows hopes heard agreed took takes gets makes gives comes keeps kept looks looked moved started stopped")
	t.add(auxiliary|be, "is are was were be been being am isn't aren't wasn't weren't")
	t.add(adverb, "also then later earlier recently repeatedly not never publicly officially previously subsequently reportedly allegedly even just only still already once again often always simply flatly bluntly angrily quietly tearfully "+
		"however meanwhile moreover furthermore nevertheless nonetheless instead therefore thus indeed perhaps maybe yesterday today tonight tomorrow now here there too further additionally separately elsewhere finally immediately soon eventually sometimes ever rather quite clearly likewise similarly afterwards thereafter twice in-turn first second third last")
	t.add(notName|adverb, "monday tuesday wednesday thursday friday saturday sunday")
	t.add(notName, "january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec gmt am pm yes no please thank thanks dear photo image credit read watch video related advertisement source copyright christmas easter ramadan "+
		"catholic catholics orthodox protestant anglican buddhist hindu jewish sunni shia shiite christian muslim islam god article section chapter covid covid-19 coronavirus pandemic twitter facebook youtube instagram internet web facebook whatsapp telegram despite following asked speaking writing given responding commenting referring addressing citing born based known get let make")
	t.add(role, "president vice-president premier minister ministers secretary chancellor king queen prince princess emir sultan sheikh ambassador envoy diplomat diplomats official officials spokesman spokeswoman spokesperson spokesmen spokespersons spokespeople speaker "+
		"senator congressman congresswoman lawmaker lawmakers mp mps legislator councillor councilor councilman mayor governor deputy chief head director chair chairman chairwoman chairperson founder co-founder leader leaders commander general colonel captain major lieutenant sergeant "+
		"officer officers police prosecutor prosecutors judge judges justice lawyer lawyers attorney attorneys solicitor barrister counsel bishop archbishop cardinal pope pastor reverend priest imam rabbi monk abbot nun sister brother father mother mufti ayatollah patriarch metropolitan cleric "+
		"activist activists campaigner campaigners researcher researchers expert experts analyst analysts professor lecturer scholar scholars historian economist scientist doctor doctors nurse nurses teacher teachers student students journalist journalists reporter reporters editor columnist author writer poet novelist singer actor "+
		"farmer worker workers miner driver trader witness witnesses resident residents neighbour neighbor neighbours neighbors villager villagers protester protesters protestor protestors demonstrator demonstrators supporters supporter critics critic relatives relative victim victims survivor survivors prisoner detainee refugee migrant "+
		"woman women man men girl boy people person source sources authorities authority government spokesperson rapporteur commissioner representative representatives coordinator manager executive ceo co-chair co-ordinator organiser organizer member members delegate delegates observer observers insider aide adviser advisor advisers "+
		"widow son daughter husband wife uncle aunt cousin friend colleague colleagues employee employees owner soldier soldiers general-secretary undersecretary investigator investigators inspector superintendent sheriff constable detective ombudsman principal dean chaplain elder elders chieftain candidate convict defendant plaintiff mothers families parents advocate advocates tsar militant militants fighter fighters gunman gunmen loyalist loyalists rebel rebels crowd marchers others everyone nobody somebody")
	t.add(title|short, "mr mrs ms dr prof rt rev fr st gen col lt sgt capt maj sen rep gov hon sr jr cpl adm brig cmdr insp supt det pvt pte mx messrs no vs inc ltd co corp dept")
	t.add(title, "sir lady lord dame madam miss saint comrade acting former ex-president ex-minister then-president prime foreign interior vice assistant senior junior joint special deputy chief lead supreme defence defense attorney-general opposition human rights federal executive")
	t.add(short, "u.s u.k u.n e.g i.e etc approx est fig no vol jan feb aug sept oct nov dec art sec")
	t.add(organisation, "ministry court council committee commission agency association union party organisation organization foundation institute university college school church mosque temple army navy force forces police government parliament senate congress assembly department office bureau service "+
		"company group movement front alliance coalition federation league network centre center watch amnesty transparency society club trust fund bank board authority authorities embassy tribunal secretariat nations initiative forum observatory house press times post news agency television tv radio herald journal gazette tribune guardian "+
		"academy ministries enterprises motors electronics airlines airways industries corporation corp inc ltd hospital prison team mission programme program project campaign statement report letter communique document paper newspaper daily magazine website regime junta kremlin pentagon taliban hamas hezbollah unicef unhcr unesco nato osce reuters afp ap bbc cnn")
	t.add(place, "street road avenue square province region district county city town village island islands river mountain mountains valley airport state states republic kingdom africa asia europe america north south east west northern southern eastern western central bay port hill park building hall hotel beach lake sea ocean prison camp gate bridge code bill act plan law treaty charter constitution protocol convention covenant amendment war award prize day cup games response report ruling index review initiative programme project revolution spring")
	t.add(particle, "de la del da do dos das di du des van von der den ter ten bin ibn bint al el abu ould ben y e zu le mac st")
	t.add(male, maleNames)
	t.add(female, femaleNames)
}

const maleNames = "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse joe bryan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby johnny bradley " +
	"simon martin neil ian graham colin stuart craig barry trevor nigel derek geoffrey clive lewis owen gareth rhys callum ewan hamish angus liam connor declan fergus niall " +
	"mohammed muhammad mohamed mohammad ahmed ahmad ali hassan hussein hussain omar umar khalid mahmoud mustafa ibrahim abdullah abdul abdel yusuf yousef youssef hamid hamza tariq imran bilal karim rashid saeed said salim samir walid ziad faisal nasser osama anwar jamal kamal majid nabil rafiq sami reza mehdi hossein amir javad akbar hamed " +
	"vladimir dmitry dmitri sergei sergey alexei aleksei alexey ivan mikhail nikolai nikolay andrei andrey boris igor oleg pavel yuri yury viktor victor anatoly konstantin maxim maksim denis artem ruslan roman stanislav vitaly vyacheslav yevgeny evgeny aleksandr oleksandr volodymyr taras bohdan petro " +
	"jean pierre jacques francois philippe alain bernard marcel henri antoine olivier laurent pascal emmanuel guillaume mathieu nicolas stephane hans klaus jurgen wolfgang dieter heinz stefan markus uwe jens lars sven erik bjorn nils olaf gustav carlos luis jorge miguel pedro manuel francisco antonio fernando javier diego rafael ricardo eduardo alejandro pablo sergio andres enrique raul mario alberto roberto marco giovanni giuseppe luca paolo francesco matteo pietro joao paulo bruno thiago " +
	"raj ravi rahul rajesh sanjay vijay anil sunil amit arjun krishna narendra suresh ramesh deepak manoj prakash ashok kumar arun vikram wei jun ming hiroshi kenji takeshi satoshi shinzo joon kofi kwame amadou chidi emeka olusegun tunde sani musa yakubu obert tendai nelson desmond julius moses isaac abraham elijah joshua ezekiel thabo sipho kagame paul nguyen minh thanh budi agus joko joel kim oscar hugo felix leo max oliver harry theo rowan gunnar mikael ilya lev semyon petar milan goran zoran dragan marko nikola stefan luka jan piotr andrzej tomasz krzysztof marek pawel janos istvan laszlo gabor zoltan costa eugen imre tomas josef vaclav havel colm darro rafi tomas kiril ruben selim jono"

const femaleNames = "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne annie sara madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori " +
	"jane kate lucy claire fiona gillian hilary lesley louise lynn moira nicola philippa rosemary tracy zoe bridget siobhan niamh aoife orla " +
	"fatima aisha ayesha amina khadija zainab maryam mariam layla leila nadia samira yasmin yasmine noor nour hala rania hanan huda iman salma farah shirin nasrin narges maryam zahra nazanin masih malala benazir asma hina sanam tulip rasha ibtissam maha " +
	"olga svetlana tatiana tatyana irina natalia natalya elena yelena ekaterina yekaterina anastasia maria marina ludmila lyudmila galina oksana yulia yuliya daria darya ksenia larisa nina vera nadezhda lyubov zhanna kateryna olena iryna maryna sviatlana " +
	"marine sophie isabelle nathalie valerie sylvie celine elodie aurelie camille helene ingrid astrid greta heike sabine petra monika ursula angela annette birgit karin lucia carmen rosa ana isabel pilar dolores mercedes juana beatriz ines sofia valentina gabriela alejandra fernanda giulia chiara francesca elisa silvia paola " +
	"priya sunita anita kavita rekha indira sonia meena lakshmi aung suu mei ling xiu yuki keiko akiko yoko ngozi chioma amara folake funmi aminata fatou thandiwe nomsa winnie ellen joice grace agnes beatrice esther miriam rebekah leah naomi lin mira lusine talin orsolya sanna nadia ada ilse anwen ilaria milena jelena ivana katarina magdalena agnieszka malgorzata ewa zofia hanna kaja sinead greta mette astrid signe freya rosie ruby ella mia ava chloe millie"

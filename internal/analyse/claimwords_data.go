package analyse

import "rightsdesk/internal/public"

// newTongue makes an empty tongue.
func newTongue(language string) *tongue {
	return &tongue{language: language, decimal: '.', big: 1000}
}

func tongueEnglish() *tongue {
	t := newTongue("en")
	t.spaceGroups, t.groupMarks = true, ","
	t.small = values(map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
		"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "one": 1})
	t.scales = values(map[string]float64{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6})
	t.vague = values(map[string]float64{"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 1e6})
	t.months = months("january jan|february feb|march|april|may|june|july|august aug|september sept|october oct|november nov|december dec")
	t.ands, t.of = words("and"), words("of the these those its his her their our")
	t.several, t.an, t.opens = words("several many few couple"), words("a an"), words("")
	t.between, t.changeFrom = words("between"), words("from since half")
	t.notBefore = words("article articles art section sections sec law paragraph para resolution chapter page pages p no nos number numbers room " +
		"case part clause rule title protocol decree verse psalm age aged flight route highway channel area unit block top group world class phase level day half since quarter point points us")
	t.notAfter = words("year years month months week weeks day days hour hours minute minutes second seconds am pm km kilometers kilometres kilometer kilometre meters metres miles " +
		"dollars euros roubles rubles won yuan pounds degrees percentage point points th st nd rd p a.m cents hectares acres tons tonnes times")
	t.shorts = words("mr mrs ms dr st prof gen col lt sgt rev fr u s d c n no vs gov sen rep jan feb aug sept oct nov dec inc ltd art jr sr approx est")
	t.adjectives = words("young human rights house war child civil church police prison labor labour opposition religious ethnic minority student other more such local " +
		"political former state security trade union press family media government army border aid anti pro non ex elderly adult male female teenage core minor fellow so-called entire whole known poor rural urban orphan unarmed overseas")
	t.endings = []string{"ed", "ing", "al", "ic", "ish", "ese", "ian", "ean", "ive", "ous", "less", "ful", "ent", "ant", "ary", "able", "ible", "born", "year", "old"}
	t.breaks = words("while but whereas although though because which who whom whose where when if unless with")
	t.refused = words("he she it they we i you in on at by for from to with and or but as than is are was were be been has have had will would can could may might " +
		"that this these those who which during after before being including according saying during there")
	t.demonyms = []string{"ns", "is", "ese", "rs", "ks", "es", "ts", "ds", "ch", "sh", "ss", "bs", "as", "ps"}
	t.helps = words("were was are have has had been being also reportedly people more others of them feared confirmed")
	t.done = words("arrested detained killed imprisoned jailed sentenced injured wounded executed abducted kidnapped displaced deported expelled tortured missing dead held convicted charged released freed evicted beaten")
	t.joins.add(t, joinTo, "to, -, –, —, or")
	t.joins.add(t, joinBetween, "and")
	t.before.add(t, public.AtMost, "as many as, up to, at most, no more than, not more than, a maximum of, upto")
	t.before.add(t, public.AtLeast, "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, as few as")
	t.before.add(t, public.MoreThan, "more than, over, in excess of, upwards of, well over, greater than, above, more than the, well above")
	t.before.add(t, public.LessThan, "less than, fewer than, under, below")
	t.before.add(t, public.About, "about, around, some, roughly, approximately, nearly, almost, close to, an estimated, estimated, circa, more or less, approx ., as many as about, nearly the, around the")
	t.behind.add(t, public.AtLeast, "or more, at least, and more, +, plus")
	t.behind.add(t, public.AtMost, "or fewer, or less, at most")
	t.behind.add(t, public.About, "or so, approximately")
	t.hedges.add(t, public.Believed, "believed to be, believed to have, believed to, is believed, are believed, were believed, was believed, it is believed, believed, thought to be, thought to have, thought to, presumed, feared")
	t.hedges.add(t, public.Estimated, "estimated to be, estimated to have, estimated to, an estimated, estimated, it is estimated, by some estimates, estimate, estimates")
	t.hedges.add(t, public.Reported, "reportedly, reported to be, reported to have, reported to, said to be, said to have, it is reported, according to reports, according to media reports")
	t.hedges.add(t, public.Alleged, "allegedly, alleged to be, alleged to have, alleged, purportedly, supposedly, purported")
	t.hedges.add(t, public.Possible, "may be, may have, might be, might have, could be, could have, may, might, possibly, possible, potentially, perhaps, probably, likely, suspected")
	t.measures.add(t, public.Flow, "newly, since, so far this year, arrived, last year, this year, have fled, fled, were arrested, were killed, were detained, arrested, killed, sentenced, were sentenced, deported, had registered, entered")
	t.measures.add(t, public.Rate, "per year, a year, annually, every year, each year, yearly, per month, a month, every month, each month")
	t.measures.add(t, public.Stock, "working in, living in, held in, being held, are held, remain, remained, currently, behind bars, in prison, in jail, in detention, in custody, imprisoned in, still, are being held, employed in, is home to, as of")
	for unit, list := range map[string]string{
		"people": "people, persons, individuals, workers, labourers, laborers, prisoners, detainees, inmates, believers, christians, muslims, buddhists, hindus, catholics, protestants, jews, " +
			"orthodox, sikhs, yazidis, ahmadis, baha'is, bahá'ís, copts, uyghurs, uighurs, rohingya, hmong, kurds, tibetans, jehovah ' s witnesses, jehovah's witnesses, jehovah’s witnesses, practitioners, members, refugees, migrants, asylum seekers, defectors, escapees, " +
			"children, women, men, girls, boys, civilians, soldiers, troops, protesters, protestors, demonstrators, activists, defenders, journalists, reporters, lawyers, students, teachers, pastors, priests, monks, nuns, imams, " +
			"clerics, bishops, villagers, residents, citizens, nationals, converts, followers, worshippers, worshipers, hostages, victims, survivors, suspects, defendants, convicts, employees, labor migrants, officers, " +
			"policemen, militants, fighters, rebels, dissidents, objectors, conscripts, patients, passengers, fishermen, farmers, loggers, builders, seamstresses, adults, minors, teenagers, orphans, foreigners, athletes, " +
			"bloggers, politicians, lawmakers, men and women, missionaries, evangelists, parishioners, congregants, households members, expatriates, labour migrants, personnel, captives",
		"families": "families, households", "churches": "churches, parishes, congregations", "mosques": "mosques", "temples": "temples, monasteries, shrines, pagodas, synagogues",
		"cases": "cases, complaints, lawsuits, incidents, violations, attacks, arrests, executions, killings, raids, deaths, death sentences, abductions, disappearances", "companies": "companies, firms", "villages": "villages", "camps": "camps, prison camps", "homes": "homes, houses",
	} {
		t.nouns.add(t, unit, list)
	}
	t.says.add(t, public.NoHedge, "said, says, say, saying, told, stated, states, announced, announces, added, adds, declared, confirmed, confirms, noted, notes, reported, reports, documented, documents, recorded, counted, listed, lists, put the number, puts the number, warned, acknowledged, admitted, insisted, insists, wrote, testified, concluded, found")
	t.says.add(t, public.Estimated, "estimates, estimated that, estimate, estimate that, estimated there")
	t.says.add(t, public.Believed, "believes, believe, believed that, thinks, think")
	t.says.add(t, public.Alleged, "claims, claimed, claim, alleges, alleged that, allege")
	t.according.add(t, public.NoHedge, "according to, in the words of")
	t.asOf.add(t, true, "as of, in, by the end of, at the end of, in late, in early, in mid -, by, during, by late, by early, by mid -")
	t.adverbs = words("has have had also then later earlier recently repeatedly not never did does do n't didn't publicly officially reportedly allegedly repeatedly strongly again now")
	t.denials = words("not never didn't no nobody none law constitution laws")
	t.denies = words("denied denies deny denying rejected rejects dismissed dismisses refuted")
	t.negations = words("not never didn't wasn't weren't aren't isn't don't cannot can't won't hasn't haven't")
	t.openers = words("and that as with or so yet nor reportedly who which than what how there is are was were to will would")
	t.stops = words("on in at during after before last this earlier monday tuesday wednesday thursday friday saturday sunday that at least about more as many up over nearly from there are is was were have has")
	t.anonymous = words("some many several others sources experts observers critics analysts witnesses")
	kinds(t, map[string]string{
		"state":  "government, authorities, russia, north korea, china, kremlin, moscow, beijing, pyongyang, state department, regime",
		"office": "ministry, minister, officials, official, police, court, prosecutor, prosecutors, president, ambassador, embassy, parliament, spokesman, spokeswoman, spokesperson, governor, army, service, office, mayor, diplomats, diplomat, prosecutors, judges, judge, lawmakers, commander, chief, military, commission",
		"igo":    "international labour office, international labour organisation, international labour organization, international organization for migration, ilo, iom, unicef, world bank, african union, nato, un, united nations, unhcr, osce, european union, council of europe, special rapporteur, rapporteur, panel of experts", "ngo": "amnesty, human rights watch, ngo, group, foundation, association, committee, activists, organisation, organization",
		"media": "afp, reuters, xinhua, tass, bbc, cnn, al jazeera, associated press, agency, newspaper, daily, television, radio, news, media, times, journal, post", "expert": "expert, researcher, professor, scholar, analyst, experts, researchers, professors, scholars, analysts, specialists, academics", "document": "report, document, letter, statement, communique, communiqué"})
	t.percent.add(t, true, "%, percent, per cent")
	return t
}

func tongueFrench() *tongue {
	t := newTongue("fr")
	t.spaceGroups, t.groupMarks, t.decimal = true, ".", ','
	t.small = values(map[string]float64{"un une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
		"douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante octante": 80, "nonante": 90})
	t.scales = values(map[string]float64{"cent cents": 100, "mille": 1000, "million millions": 1e6, "milliers": 1000})
	t.vague = values(map[string]float64{"dizaines": 10, "douzaines": 12, "vingtaines": 20, "centaines": 100, "milliers": 1000, "millions": 1e6})
	t.rough = values(map[string]float64{"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000})
	t.months = months("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")
	t.ands, t.of = words("et"), words("de d' d’ des du ces ses leurs la les l' l’")
	t.several, t.an, t.opens = words("plusieurs quelques"), words("un une"), words("mille cent")
	t.between, t.changeFrom = words("entre"), words("de depuis d'")
	t.notBefore = words("article articles art loi section résolution chapitre page pages n° no numéro numéros alinéa paragraphe décret chambre route âge âgé âgée âgés âgées rue verset les-")
	t.notAfter = words("ans an année années mois semaine semaines jour jours heure heures h minute minutes secondes km kilomètres mètres euros dollars roubles wons er re e ème rue avenue boulevard fois hectares tonnes degrés points")
	t.shorts = words("m mm mme mlle dr st ste mgr art av etc n")
	t.adjectives = words("jeunes anciens anciennes autres nouveaux nouvelles simples seuls seules petits petites vieux vieilles personnes")
	t.breaks = words("mais tandis alors dont qui car lorsque quand où puisque")
	t.refused = words("il elle ils elles on nous je en dans à au aux par pour avec et ou mais est sont était étaient a ont avait que qui ce cette ces")
	t.demonyms = []string{"s", "x"}
	t.helps = words("ont été sont étaient furent avaient d'entre eux seraient auraient personnes")
	t.done = words("arrêtés arrêtées arrêté tués tuées détenus détenues emprisonnés emprisonnées condamnés condamnées blessés blessées exécutés enlevés expulsés libérés mortes morts disparus")
	t.joins.add(t, joinTo, "à, -, –, —, ou")
	t.joins.add(t, joinBetween, "et")
	t.before.add(t, public.AtMost, "jusqu'à, jusqu’à, au plus, au maximum, pas plus de, un maximum de, tout au plus, jusqu'à près de")
	t.before.add(t, public.AtLeast, "au moins, pas moins de, un minimum de, au minimum, du moins")
	t.before.add(t, public.MoreThan, "plus de, plus d’, plus d', au-delà de, bien plus de, au delà de")
	t.before.add(t, public.LessThan, "moins de, moins d', moins d’")
	t.before.add(t, public.About, "environ, près de, près d', quelque, à peu près, autour de, presque, aux alentours de, approximativement, quelques, d'environ")
	t.behind.add(t, public.AtLeast, "ou plus, au moins")
	t.behind.add(t, public.AtMost, "au plus, au maximum")
	t.behind.add(t, public.About, "environ")
	t.hedges.add(t, public.Believed, "pense-t-on, croit-on, on pense que, on croit que, présumés, considérés comme, supposés")
	t.hedges.add(t, public.Estimated, "estimé à, estimés à, estimée à, estimées à, on estime, estime-t-on, estimé, estimés, selon les estimations, selon des estimations")
	t.hedges.add(t, public.Reported, "seraient, serait, auraient, aurait, dit-on, selon des informations, travailleraient, vivraient, selon certaines informations")
	t.hedges.add(t, public.Alleged, "prétendument, présumément, soi-disant, allégué")
	t.hedges.add(t, public.Possible, "pourraient, pourrait, peut-être, probablement, possiblement, sans doute, éventuellement")
	t.measures.add(t, public.Flow, "depuis, nouvellement, arrivés, ont été arrêtés, ont été tués, ont été condamnés, ont fui, cette année, l'an dernier, l'année dernière, nouveaux")
	t.measures.add(t, public.Rate, "par an, par mois, chaque année, chaque mois, annuellement")
	t.measures.add(t, public.Stock, "travaillent, vivent, sont détenus, sont détenues, toujours, actuellement, en prison, en détention, restent, demeurent, travaillant, employés, sont emprisonnés, séjournent")
	for unit, list := range map[string]string{
		"people": "personnes, travailleurs, travailleuses, ouvriers, ouvrières, prisonniers, prisonnières, détenus, détenues, croyants, chrétiens, chrétiennes, musulmans, bouddhistes, hindous, catholiques, protestants, juifs, " +
			"orthodoxes, yézidis, ahmadis, coptes, ouïghours, ouïgours, rohingyas, kurdes, tibétains, témoins de jéhovah, fidèles, membres, réfugiés, migrants, demandeurs d'asile, transfuges, enfants, femmes, hommes, filles, garçons, " +
			"civils, soldats, manifestants, militants, défenseurs, journalistes, avocats, étudiants, enseignants, pasteurs, prêtres, moines, imams, habitants, citoyens, ressortissants, convertis, otages, victimes, suspects, policiers, " +
			"combattants, rebelles, dissidents, objecteurs de conscience, objecteurs, patients, villageois, employés, mineurs, adultes, bûcherons, religieuses, religieux, missionnaires, évêques",
		"families": "familles, foyers", "churches": "églises, paroisses", "mosques": "mosquées", "temples": "temples, monastères, synagogues", "cases": "cas, plaintes, incidents, violations, attaques, arrestations, exécutions, assassinats", "villages": "villages", "companies": "entreprises, sociétés",
	} {
		t.nouns.add(t, unit, list)
	}
	t.says.add(t, public.NoHedge, "a déclaré, a dit, déclare, ont déclaré, ont dit, dit, affirme, affirment, a affirmé, ont affirmé, indique, indiquent, a indiqué, ont indiqué, annonce, a annoncé, ont annoncé, a précisé, précise, rapporte, rapportent, a rapporté, souligne, a souligné, selon lui, a confirmé, confirme, a recensé, recense, a dénombré, dénombre, a ajouté, a expliqué, a reconnu, signale, a signalé")
	t.says.add(t, public.Estimated, "estime, estiment, a estimé, ont estimé, évalue, évaluent, chiffre")
	t.says.add(t, public.Believed, "pense, pensent, croit, croient")
	t.says.add(t, public.Alleged, "prétend, prétendent, allègue, a prétendu")
	t.according.add(t, public.NoHedge, "selon, d'après, d’après, de l'avis de, aux dires de")
	t.asOf.add(t, true, "en, fin, à la fin de, début, en fin, à fin, au début de")
	t.adverbs = words("n' ne pas jamais également aussi")
	t.denials = words("n' ne pas jamais aucun loi constitution")
	t.denies = words("nie nient nié dément démentent démenti rejette rejettent réfute réfutent")
	t.negations = words("ne n' n’ jamais")
	t.openers = words("que et qu' comme ou dont qui avec de")
	t.stops = words("lundi mardi mercredi jeudi vendredi samedi dimanche que qu' hier dans en lors au moins plus environ jusqu' jusqu'à près quelque ont sont il")
	t.anonymous = words("certains certaines plusieurs autres sources experts observateurs")
	kinds(t, map[string]string{
		"state": "gouvernement, département d'état, autorités, moscou, pékin, pyongyang, kremlin", "office": "ministère, ministre, police, tribunal, procureur, parquet, président, ambassadeur, porte-parole, responsables, fonctionnaires",
		"igo": "onu, nations unies, osce, hcr, rapporteur", "ngo": "ong, amnesty, association, organisation, comité, fondation, militants", "media": "agence, journal, quotidien, radio, télévision, média", "expert": "expert, experts, expertes, chercheur, chercheurs, professeur, spécialiste, spécialistes, analystes, analyste"})
	t.percent.add(t, true, "%, pour cent")
	return t
}

package speech

// french fills the tongue of French.
func french(t *tongue) {
	t.language, t.elides = "fr", true
	t.add(say, "dit déclare déclaré affirme affirmé affirment ajoute ajouté explique expliqué précise précisé indique indiqué indiquent souligne souligné estime estimé estiment assure assuré annonce annoncé raconte raconté rappelle rappelé répond répondu confie confié "+
		"averti avertit lâche lâché glisse glissé asséné renchérit renchéri réplique répliqué rétorque rétorqué objecté complète tonne argue lance lancé martèle martelé note noté remarque remarqué observe écrit tweeté témoigne témoigné commente commenté réagi réagit conclut conclu poursuit poursuivi insiste insisté prévient prévenu soutient soutenu reconnaît reconnu admet admis avoue avoué regrette regretté déplore déplore déploré "+
		"dénonce dénoncé s'indigne fustige fustigé confirme confirmé révèle révélé résume résumé plaide plaidé murmure crie crié scandé scandaient scandent disent disait disaient déclarent expliquent racontent prétend prétendu jugé tempère nuance répète répété signale signalé rapporte rapporté ironise sourit soupire pense pensent croit dixit considère")
	t.add(say|weak, "qualifié qualifie parlé évoque évoqué accuse accusé critiqué critique condamné condamne salué salue promis promet")
	t.add(say|participle, "disant déclarant affirmant ajoutant précisant soulignant dénonçant estimant expliquant assurant évoquant accusant")
	t.stance(say, Denies, "nie nié nient dément démenti démentent rejette rejeté rejettent conteste contesté réfute réfuté")
	t.stance(say, Questions, "demande demandé interroge interrogé s'interroge")
	t.stance(say, CallsFor, "exige exigé réclame réclamé appelle exhorte exhorté exhortent réclament exigent")
	t.stance(say, Predicts, "prédit prévoit prévu")
	t.add(accords, "selon d'après dixit")
	t.add(he, "il lui")
	t.add(she, "elle")
	t.add(they, "ils elles eux")
	t.add(self, "je nous vous on")
	t.add(relative, "qui dont lequel laquelle lesquels")
	t.add(determiner, "le la les l un une des ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs certains certaines quelques tous toutes chaque aucun aucune deux trois quatre cinq dix")
	t.add(and, "et ou mais ni or")
	t.add(clause, "quand lorsque alors tandis parce si bien puisque comme avant après depuis où pendant")
	t.add(that, "que qu")
	t.add(preposing, "dans en sur avec contre sous vers par pour entre chez sans selon parmi malgré face lors devant derrière depuis pendant avant après")
	t.add(preposing|of, "de du d des à au aux")
	t.add(auxiliary, "a ont avait avaient aura auront aurait auraient ayant était étaient sera serait seraient peut pouvait doit devait va vont fait vient n ne pas s se avoir")
	t.add(auxiliary|be, "est sont été être fut")
	t.add(adverb, "également aussi ensuite puis toutefois cependant hier aujourd'hui jeudi lundi mardi mercredi vendredi samedi dimanche encore déjà notamment alors enfin ainsi pourtant")
	t.add(notName, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre interrogé interrogée dieu islam")
	t.add(role, "président présidente ministre premier première secrétaire directeur directrice chef porte-parole avocat avocate juge procureur procureure général générale maire député députée sénateur sénatrice ambassadeur pasteur évêque prêtre imam rabbin père sœur frère pape cardinal "+
		"militant militante militants chercheur chercheuse expert experte experts professeur journaliste médecin infirmière enseignant responsable responsables officiel témoin témoins habitant habitante habitants voisin voisine policier policiers colonel capitaine commandant commissaire fondateur fondatrice rapporteur rapporteuse représentant représentante membre dirigeant dirigeants opposant opposante femme homme fille garçon police autorités gouvernement")
	t.add(title, "vice ancien ancienne maître monsieur madame mademoiselle feu")
	t.add(title|short, "m mme mlle dr me mgr pr")
	t.add(short, "etc art av")
	t.add(organisation, "ministère tribunal cour conseil comité commission agence association union parti organisation fondation institut université école église mosquée armée parlement sénat assemblée bureau groupe mouvement front alliance ligue réseau centre ong onu unesco communiqué rapport lettre syndicat collectif coordination observatoire fédération société amnesty reuters afp")
	t.add(particle, "de du des la le van von el al ben bin y")
	t.add(male, maleNames)
	t.add(female, femaleNames+" élodie hélène cécile françoise geneviève aurélie amélie océane zoé léa chloé inès odile")
}

// spanish fills the tongue of Spanish.
func spanish(t *tongue) {
	t.language, t.drops = "es", true
	t.add(say, "dijo dice dicho dijeron dicen declaró declarado declararon afirmó afirma afirmado afirmaron agregó añadió añade explicó explica explicado señaló señala señalado indicó indica indicado aseguró asegura asegurado expresó expresado manifestó manifestado sostuvo sostiene "+
		"contó cuenta contado relató relata recordó recuerda respondió responde respondido comentó comenta escribió escribe anunció anunciado advirtió advierte subrayó subraya insistió insiste denunció denuncia denunciado denunciaron confirmó reconoció admitió lamentó lamenta tuiteó concluyó consideró considera reiteró precisó apuntó detalló opinó opina gritó gritaron corearon exclamó zanjó replicó informó matizó alegó")
	t.add(say|weak, "calificó acusó criticó condenó tildó llamó prometió describió habló")
	t.add(say|participle, "diciendo afirmando añadiendo señalando asegurando")
	t.stance(say, Denies, "negó niega rechazó rechaza desmintió negaron")
	t.stance(say, Questions, "preguntó pregunta cuestionó")
	t.stance(say, CallsFor, "exigió exige pidió pide instó reclamó urgió pidieron exigieron")
	t.stance(say, Predicts, "predijo prevé vaticinó")
	t.add(accords, "según")
	t.add(he, "él")
	t.add(she, "ella")
	t.add(they, "ellos ellas")
	t.add(self, "yo nosotros usted")
	t.add(relative, "quien quienes cual cuyo cuya")
	t.add(determiner, "el la los las lo un una unos unas este esta estos estas ese esa su sus mi mis nuestro nuestra varios varias algunos algunas otro otra otros todos todas cada dos tres cuatro cinco diez")
	t.add(and, "y e o u pero ni sino")
	t.add(clause, "cuando mientras porque si aunque como antes después donde tras")
	t.add(that, "que")
	t.add(preposing, "en con contra sobre por para entre sin hacia desde hasta ante bajo durante mediante según tras")
	t.add(preposing|of, "de del a al")
	t.add(auxiliary, "ha han había habían habrá haber fue fueron puede pueden debe deben va van hay no se tiene tenía")
	t.add(auxiliary|be, "es son era eran está están estaba estaban estar sido ser siendo")
	t.add(adverb, "también además luego ayer hoy ya aún entonces después asimismo sin embargo lunes martes miércoles jueves viernes sábado domingo")
	t.add(notName, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre dios")
	t.add(role, "presidente presidenta ministro ministra secretario secretaria director directora jefe jefa portavoz vocero vocera abogado abogada juez jueza fiscal general alcalde alcaldesa diputado diputada senador senadora embajador embajadora pastor obispo cura sacerdote padre monja hermana papa cardenal arzobispo "+
		"activista activistas investigador investigadora experto experta expertos profesor profesora periodista periodistas médico médica maestro maestra funcionario funcionaria funcionarios testigo testigos vecino vecina vecinos policía coronel capitán comandante comisario fundador fundadora relator relatora representante miembro líder opositor mujer hombre madre autoridades gobierno")
	t.add(title, "ex vice primer don doña señor señora")
	t.add(title|short, "sr sra dr dra lic mons")
	t.add(organisation, "ministerio tribunal corte consejo comité comisión agencia asociación unión partido organización fundación instituto universidad escuela iglesia ejército policía gobierno parlamento senado congreso asamblea oficina grupo movimiento frente alianza liga red centro ong onu comunicado informe sindicato colectivo federación amnistía reuters efe afp")
	t.add(particle, "de del la los y")
	t.add(male, maleNames+" josé jesús fermín raúl ramón andrés joaquín martín ángel óscar iván")
	t.add(female, femaleNames+" inés lucía sofía maría lola mónica verónica")
}

// german fills the tongue of German.
func german(t *tongue) {
	t.language, t.nouns = "de", true
	t.add(say, "sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint berichtete berichtet berichten schrieb schreibt fügte hinzu ergänzte ergänzt antwortete antwortet kritisierte kritisiert warnte warnt kündigte teilte mitgeteilt äußerte behauptete behauptet bestätigte bestätigt "+
		"bekräftigte unterstrich hob hervor verwies versicherte beklagte beklagt klagte klagt erzählte erzählt erinnerte erinnert rief riefen twitterte urteilte räumte gab zitierte kommentierte resümierte ließ mahnte beteuerte lautet heißt findet fand stellte glaubt hofft sprach")
	t.add(say|weak, "nannte nennt bezeichnete bezeichnet verurteilte beschuldigte warf lobte begrüßte versprach beschrieb")
	t.add(say|participle, "wonach")
	t.stance(say, Denies, "bestritt bestreitet dementierte wies leugnete leugnet widersprach zurückgewiesen")
	t.stance(say, Questions, "fragte fragt fragten")
	t.stance(say, CallsFor, "forderte fordert forderten fordern appellierte verlangte verlangt")
	t.stance(say, Predicts, "prophezeite prognostizierte erwartet")
	t.add(accords, "laut so")
	t.add(he, "er")
	t.add(she, "sie")
	t.add(it, "es")
	t.add(self, "ich wir")
	t.add(relative, "welcher welche")
	t.add(determiner, "der die das den dem des ein eine einer eines einem einen dieser diese dieses diesem kein keine sein seine ihr ihre ihrer seiner mehrere einige viele zwei drei vier fünf zehn alle jeder jede")
	t.add(and, "und oder aber sondern")
	t.add(clause, "als wenn während weil da obwohl nachdem bevor seit bis wie ob damit wo")
	t.add(that, "dass daß")
	t.add(preposing, "in im an am auf mit gegen über unter zwischen durch ohne um nach zu zum zur vor bei beim seit laut trotz wegen ins")
	t.add(preposing|of, "von vom für aus")
	t.add(auxiliary, "hat haben hatte hatten wird werden wurde würde kann konnte muss musste soll sollte will wollte darf nicht sich")
	t.add(auxiliary|be, "ist sind war waren gewesen sei seien")
	t.add(adverb, "auch dann später zuvor bereits dagegen jedoch gestern heute nun noch zudem außerdem daraufhin indes hingegen weiter ebenfalls darauf")
	t.add(notName, "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember gott zeitung journalisten")
	t.add(role, "präsident präsidentin minister ministerin kanzler kanzlerin sprecher sprecherin anwalt anwältin richter richterin staatsanwalt general bürgermeister bürgermeisterin abgeordnete abgeordneter senator senatorin botschafter botschafterin pfarrer pfarrerin bischof bischöfin priester imam rabbiner papst kardinal "+
		"aktivist aktivistin aktivisten forscher forscherin experte expertin experten professor professorin journalist journalistin arzt ärztin lehrer lehrerin beamter beamte beamten zeuge zeugin zeugen bewohner anwohner nachbar nachbarin polizei behörden regierung leiter leiterin direktor direktorin chef chefin vorsitzender vorsitzende vorsitzenden gründer gründerin mitarbeiter mitglied mann frau mutter vater vertreter vertreterin")
	t.add(title, "herr frau ehemaliger ehemalige frühere früherer")
	t.add(title|short, "dr prof hr fr st")
	t.add(short, "z b u a d h bzw etc ca nr art")
	t.add(organisation, "ministerium gericht rat ausschuss kommission agentur verband union partei organisation stiftung institut universität schule kirche moschee armee regierung parlament bundestag senat büro gruppe bewegung front allianz liga netzwerk zentrum amnesty reuters dpa afp mitteilung erklärung bericht")
	t.add(particle, "von zu van der de al bin")
	t.add(male, maleNames+" jörg jürgen günter veit")
	t.add(female, femaleNames+" antje karla")
}

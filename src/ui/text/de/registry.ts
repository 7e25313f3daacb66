// German for what the registries of training say (titles, lessons, labels), by their English words.
// What reads the same in both languages (Adam, SGD, formulas) is absent.

export const registry: Readonly<Record<string, string>> = {
  // Problems: titles
  'Tug of war': 'Tauziehen',
  'Line fit': 'Geradenanpassung',
  'Logistic regression': 'Logistische Regression',
  'Two-layer product': 'Produkt zweier Schichten',
  'Sine fit': 'Sinusanpassung',
  'Gaussian wells': 'Gaußsche Mulden',
  'ReLU neuron': 'ReLU-Neuron',
  'Sigmoid neuron': 'Sigmoid-Neuron',
  'Tanh neuron': 'Tanh-Neuron',
  'Decay fit': 'Abklingkurve',
  Outlier: 'Ausreißer',
  'Support vector': 'Stützvektoren',
  'Rotated valley': 'Gedrehtes Tal',

  // Problems: lessons
  'Every example pulls the weights toward itself; plain gradient descent follows the mean pull of the mini-batch.':
    'Jedes Beispiel zieht die Gewichte zu sich; der einfache Gradientenabstieg folgt dem mittleren Zug des Mini-Batches.',
  'Every point pulls the line toward itself; a feature far from zero stretches the bowl of the loss into a long valley, and standardising it undoes that.':
    'Jeder Punkt zieht die Gerade zu sich; ein Merkmal fern der Null streckt die Schale des Verlusts zu einem langen Tal, und Standardisieren macht das rückgängig.',
  'The direction of the weights turns the boundary and their length makes it sharper; the less the clusters overlap, the farther out the minimum lies, and where a line parts them there is none.':
    'Die Richtung der Gewichte dreht die Grenze, ihre Länge macht sie schärfer; je weniger die Gruppen sich überlappen, desto weiter außen liegt das Minimum, und wo eine Gerade sie trennt, gibt es keines.',
  'Two weights that are multiplied make a saddle at zero between two curved valleys; every point of their floors fits equally well, but the valleys are steeper the farther out.':
    'Zwei Gewichte, die multipliziert werden, ergeben einen Sattel bei null zwischen zwei gebogenen Tälern; jeder Punkt ihrer Sohlen passt gleich gut, doch nach außen werden die Täler steiler.',
  'Waves of a wrong frequency fit in places, so the loss has many local minima, and the start decides where a run ends.':
    'Wellen falscher Frequenz passen stellenweise, also hat der Verlust viele lokale Minima, und der Anfang entscheidet, wo ein Lauf endet.',
  'The surface of a mini-batch is the wells of its examples, so small batches can carry the weights out of a local minimum that would hold full-batch descent for good.':
    'Die Verlustfläche eines Mini-Batches besteht aus den Mulden seiner Beispiele; so können kleine Batches die Gewichte aus einem lokalen Minimum tragen, das den Abstieg mit allen Beispielen für immer festhielte.',
  'Where the neuron is off for every example the gradient is exactly zero: with plain gradient descent a step that lands there is the last one that moves the weights.':
    'Wo das Neuron für jedes Beispiel stumm ist, ist der Gradient genau null: Beim einfachen Gradientenabstieg ist ein Schritt, der dort landet, der letzte, der die Gewichte bewegt.',
  'With squared error a confidently wrong neuron sits on a plateau with little gradient; with cross-entropy it is pulled back about as hard as anywhere.':
    'Mit quadratischem Fehler sitzt ein Neuron, das sich sicher irrt, auf einer Hochebene mit kleinem Gradienten; mit Kreuzentropie wird es dort etwa so stark zurückgezogen wie irgendwo sonst.',
  'Changing the sign of both weights changes no prediction, so every minimum has a twin, and a saddle lies between the two.':
    'Beide Vorzeichen umzukehren ändert keine Vorhersage; also hat jedes Minimum einen Zwilling, und zwischen beiden liegt ein Sattel.',
  'A greater height makes up for part of a faster decay, so the valley bends, and the way down it is no straight line.':
    'Eine größere Höhe macht einen Teil eines schnelleren Abklingens wett; also biegt sich das Tal, und der Weg hinab ist keine Gerade.',
  'With squared error one wild example pulls with the whole of its distance and shifts the minimum; with absolute or Huber loss it pulls no harder than any other far example.':
    'Mit quadratischem Fehler zieht ein einziges wildes Beispiel mit seinem ganzen Abstand und verschiebt das Minimum; mit absolutem oder Huber-Verlust zieht es nicht stärker als jedes andere ferne Beispiel.',
  'An example on the right side beyond the margin has no gradient; only those inside the margin or on the wrong side pull at the weights.':
    'Ein Beispiel auf der richtigen Seite jenseits des Randes hat keinen Gradienten; nur die innerhalb des Randes oder auf der falschen Seite ziehen an den Gewichten.',
  'Turning the valley and the start turns the path of gradient descent and changes nothing else; a method with a step size for each weight, such as Adam, takes another path, unless the turn is a right angle.':
    'Dreht man das Tal samt dem Anfang, so dreht sich der Weg des Gradientenabstiegs mit, und sonst ändert sich nichts; ein Verfahren mit eigener Schrittweite je Gewicht, wie Adam, nimmt einen anderen Weg, außer bei einem rechten Winkel.',

  // Problems: fields
  'Offset of the feature': 'Verschiebung des Merkmals',
  'Standardise the feature': 'Merkmal standardisieren',
  'Distance between the clusters': 'Abstand der Gruppen',
  Loss: 'Verlust',
  'squared error': 'quadratischer Fehler',
  'absolute error': 'absoluter Fehler',
  'cross-entropy': 'Kreuzentropie',
  'Condition number': 'Konditionszahl',
  'Rotation in degrees': 'Drehung in Grad',
  'Number of examples': 'Anzahl der Beispiele',
  Noise: 'Rauschen',
  Seed: 'Startwert des Zufalls',
  'standard deviation of the noise in the target': 'Standardabweichung des Rauschens im Zielwert',
  'standard deviation of the target around the line': 'Standardabweichung des Zielwerts um die Gerade',
  'standard deviation of the other targets around the line': 'Standardabweichung der übrigen Zielwerte um die Gerade',
  'standard deviation of the target around the curve': 'Standardabweichung des Zielwerts um die Kurve',
  'standard deviation of the target around the wave': 'Standardabweichung des Zielwerts um die Welle',
  'spread of the cloud': 'Streuung der Wolke',
  'spread of each cloud': 'Streuung jeder Wolke',
  'spread of each cluster': 'Streuung jeder Gruppe',
  'how far labels mix around x = 1/3': 'wie weit sich die Klassen um x = 1/3 mischen',

  // Optimizers
  'Nesterov momentum': 'Nesterov-Momentum',
  'Dampening (share of the new gradient left out of the velocity)':
    'Dämpfung (Anteil des neuen Gradienten, der nicht in die Geschwindigkeit eingeht)',
  'Weight decay': 'Gewichtsabnahme',
  'Decoupled weight decay (as in AdamW)': 'Entkoppelte Gewichtsabnahme (wie in AdamW)',
  'Maximize (climb instead of descend)': 'Maximieren (aufwärts statt abwärts)',
  'Epsilon (keeps the divisor above zero)': 'Epsilon (hält den Nenner über null)',
  'beta 1 (first moment)': 'beta 1 (erstes Moment)',
  'beta 2 (second moment)': 'beta 2 (zweites Moment)',
  'beta 1 (the moment in this step)': 'beta 1 (das Moment in diesem Schritt)',
  'beta 2 (the moment kept)': 'beta 2 (das behaltene Moment)',
  'beta 2 (largest gradient)': 'beta 2 (größter Gradient)',
  'alpha (share of the past in the mean square)': 'alpha (Anteil des Früheren am mittleren Quadrat)',
  'rho (share of the past in the mean squares)': 'rho (Anteil des Früheren an den mittleren Quadraten)',
  'AMSGrad (the divisor never shrinks)': 'AMSGrad (der Nenner schrumpft nie)',
  'Epsilon inside the root (as in TensorFlow and Keras)': 'Epsilon unter der Wurzel (wie in TensorFlow und Keras)',
  'Centered (divide by the spread of the gradient)': 'Zentriert (durch die Streuung des Gradienten teilen)',
  'Initial sum of squares': 'Anfängliche Quadratsumme',
  'Learning rate decay': 'Abnahme der Lernrate',
  'Momentum decay (how fast beta 1 warms up)': 'Momentum-Abnahme (wie schnell beta 1 warm wird)',
  'eta minus (shrink after a turn)': 'eta minus (Schrumpfen nach einer Wende)',
  'eta plus (growth while the sign holds)': 'eta plus (Wachsen, solange das Vorzeichen hält)',
  'Smallest step': 'Kleinster Schritt',
  'Largest step': 'Größter Schritt',
  'v = momentum × v + g,  w = w − learning rate × v': 'v = Momentum × v + g,  w = w − Lernrate × v',
  'w = w − learning rate × v,  v = momentum × v + g': 'w = w − Lernrate × v,  v = Momentum × v + g',
  'v = momentum × v + g,  w = w − learning rate × (g + momentum × v)':
    'v = Momentum × v + g,  w = w − Lernrate × (g + Momentum × v)',
  's = s + g²,  w = w − learning rate × g / (√s + ε)': 's = s + g²,  w = w − Lernrate × g / (√s + ε)',
  's = α s + (1 − α) g²,  w = w − learning rate × g / (√s + ε)':
    's = α s + (1 − α) g²,  w = w − Lernrate × g / (√s + ε)',
  'w = w − learning rate × m̂ / (√v̂ + ε)': 'w = w − Lernrate × m̂ / (√v̂ + ε)',
  'w = (1 − learning rate × decay) w − learning rate × m̂ / (√v̂ + ε)':
    'w = (1 − Lernrate × Abnahme) w − Lernrate × m̂ / (√v̂ + ε)',
  'w = (1 − learning rate × decay) w − learning rate × sign(β₁ m + (1 − β₁) g)':
    'w = (1 − Lernrate × Abnahme) w − Lernrate × sign(β₁ m + (1 − β₁) g)',
  'Δ = √(u + ε) / √(s + ε) × g,  w = w − learning rate × Δ': 'Δ = √(u + ε) / √(s + ε) × g,  w = w − Lernrate × Δ',
  'u = max(β₂ u, |g| + ε),  w = w − learning rate × m̂ / u': 'u = max(β₂ u, |g| + ε),  w = w − Lernrate × m̂ / u',
  'w = w − learning rate × ((1 − μ) g / (1 − Π) + μ′ m / (1 − Π μ′)) / (√v̂ + ε)':
    'w = w − Lernrate × ((1 − μ) g / (1 − Π) + μ′ m / (1 − Π μ′)) / (√v̂ + ε)',
  'w = w − learning rate × m̂ at first, later × r / (√v̂ + ε)': 'w = w − Lernrate × m̂ zuerst, später × r / (√v̂ + ε)',
  'w = w − sign(g) × step,  step × η⁺ while the sign holds, × η⁻ when it turns':
    'w = w − sign(g) × Schritt,  Schritt × η⁺, solange das Vorzeichen hält, × η⁻, wenn es wechselt',

  // Schedules
  Constant: 'Konstant',
  Step: 'Stufen',
  Multistep: 'Stufen nach Liste',
  Exponential: 'Exponentiell',
  Cosine: 'Kosinus',
  'Cosine with restarts': 'Kosinus mit Neustarts',
  Polynomial: 'Polynom',
  '1/t (inverse time)': '1/t (umgekehrt zur Zeit)',
  'rate = base / (1 + decay × t)': 'Rate = Basis / (1 + Abnahme × t)',
  'Decay (of the rate, per count)': 'Abnahme (der Rate, je Zählung)',
  'One cycle': 'Ein Zyklus',
  Length: 'Länge',
  Factor: 'Faktor',
  'Length of a stair': 'Länge einer Stufe',
  'T (length of the way)': 'T (Länge des Wegs)',
  'T₀ (length of the first way)': 'T₀ (Länge des ersten Wegs)',
  'Factor at the start': 'Faktor am Anfang',
  'Factor at the end': 'Faktor am Ende',
  'gamma (factor)': 'gamma (Faktor)',
  'Rate at the end of the way': 'Rate am Ende des Wegs',
  Milestones: 'Marken',
  Power: 'Exponent',
  Shape: 'Form',
  cosine: 'Kosinus',
  'straight lines': 'Geraden',
  'Length of the cycle': 'Länge des Zyklus',
  'Share of the cycle spent rising': 'Anteil des Zyklus, der steigt',
  'Cycle the momentum too': 'Auch das Momentum durchlaufen',
  'Lowest momentum': 'Kleinstes Momentum',
  'Highest momentum': 'Größtes Momentum',
  'Divisor at the start': 'Teiler am Anfang',
  'Further divisor at the end': 'Weiterer Teiler am Ende',
  'Three phases (fall as long as it rose, then fade out)':
    'Drei Phasen (fällt so lange, wie sie stieg, läuft dann aus)',
  'rate = base': 'Rate = Basis',
  'rate = base × factor while t < length, then base': 'Rate = Basis × Faktor, solange t < Länge, dann Basis',
  'rate = base × gamma^⌊t / length⌋': 'Rate = Basis × gamma^⌊t / Länge⌋',
  'rate = base × gamma^(milestones passed)': 'Rate = Basis × gamma^(Zahl der passierten Marken)',
  'rate = base × gammaᵗ': 'Rate = Basis × gammaᵗ',
  'rate = end + (base − end) × (1 + cos(π t / T)) / 2': 'Rate = Ende + (Basis − Ende) × (1 + cos(π t / T)) / 2',
  'rate = end + (base − end) × (1 + cos(π c / T)) / 2,  c counted from the last restart':
    'Rate = Ende + (Basis − Ende) × (1 + cos(π c / T)) / 2,  c gezählt ab dem letzten Neustart',
  'rate = base × (start + (end − start) × min(t, T) / T)': 'Rate = Basis × (Anfang + (Ende − Anfang) × min(t, T) / T)',
  'rate = base × (1 − min(t, T) / T)^power': 'Rate = Basis × (1 − min(t, T) / T)^Exponent',
  'rate rises from base / div to base, then falls to base / div / final div; a momentum that is cycled goes the other way':
    'Die Rate steigt von Basis / Teiler auf die Basis und fällt dann auf Basis / Teiler / weiteren Teiler; ein Momentum, das mitläuft, geht den anderen Weg',
  'Multiplier of T at each restart': 'Faktor auf T bei jedem Neustart',

  // What an optimizer remembers.
  velocity: 'Geschwindigkeit',
  'steps with momentum': 'Schritte mit Momentum',
  'first moment': 'erstes Moment',
  'second moment': 'zweites Moment',
  'largest second moment (with AMSGrad)': 'größtes zweites Moment (mit AMSGrad)',
  'sum of squared gradients': 'Summe der quadrierten Gradienten',
  'mean squared gradient': 'mittlerer quadrierter Gradient',
  'mean squared step': 'mittlerer quadrierter Schritt',
  'mean gradient (when centered)': 'mittlerer Gradient (zentriert)',
  'velocity (with momentum)': 'Geschwindigkeit (mit Momentum)',
  'largest recent gradient': 'größter jüngerer Gradient',
  'product of the first-moment shares': 'Produkt der Anteile des ersten Moments',
  'previous gradient': 'voriger Gradient',
  'step size': 'Schrittweite',

  // Networks.
  Circles: 'Kreise',
  'No straight line parts a disc from the ring around it, so without a hidden layer x1 and x2 alone will not do.':
    'Keine gerade Linie trennt eine Scheibe vom Ring um sie herum, daher genügen x1 und x2 allein ohne verborgene Schicht nicht.',
  'how far from a point its label is read, at most 2.5 times this along each axis':
    'wie weit von einem Punkt sein Etikett abgelesen wird, höchstens das 2,5-Fache davon entlang jeder Achse',
  'how far a point is moved, at most 2.5 times this along each axis':
    'wie weit ein Punkt verschoben wird, höchstens das 2,5-Fache davon entlang jeder Achse',
  'Units of each hidden layer': 'Einheiten jeder verborgenen Schicht',
  Activation: 'Aktivierung',
  'First weights': 'Erste Gewichte',
  'As PyTorch draws them (uniform)': 'Wie PyTorch sie zieht (gleichverteilt)',
  'Normal, with a spread': 'Normalverteilt, mit einer Streuung',
  'All equal': 'Alle gleich',
  'All 0': 'Alle 0',
  Spread: 'Streuung',
  'Every weight': 'Jedes Gewicht',
  Inputs: 'Eingaben',
  'Cross-entropy of two classes': 'Kreuzentropie zweier Klassen',
  'Cross-entropy': 'Kreuzentropie',
  'Squared error': 'Quadratischer Fehler',
  'Squared error behind a sigmoid': 'Quadratischer Fehler hinter einem Sigmoid',
  'Share held out as a test': 'Als Test zurückgehaltener Anteil',
  'Noise moves': 'Das Rauschen verschiebt',
  Points: 'Punkte',
  Labels: 'Etiketten',
  'Neither feature alone says anything about the class: only the two together do, which takes a hidden layer or the input x1 x2.':
    'Kein Merkmal allein sagt etwas über die Klasse: Das tun nur beide zusammen, und dazu braucht es eine verborgene Schicht oder die Eingabe x1 x2.',
  'Two spirals': 'Zwei Spiralen',
  'Each arm winds around the centre one and three quarter times, and the boundary has to wind with them.':
    'Jeder Arm windet sich eindreiviertelmal um die Mitte, und die Grenze muss sich mit ihnen winden.',
  'how far a point is moved, at most half of this along each axis':
    'wie weit ein Punkt verschoben wird, höchstens die Hälfte davon entlang jeder Achse',
  'Three clusters': 'Drei Haufen',
  'With softmax every class has an output of its own and only their differences count: without a hidden layer x1 and x2 are parted by straight lines.':
    'Bei Softmax hat jede Klasse eine eigene Ausgabe, und nur deren Unterschiede zählen: Ohne verborgene Schicht trennen gerade Linien in x1 und x2.',
  'spread of the clusters: their variance is (0.5 + 7 noise) / 4':
    'Streuung der Haufen: Ihre Varianz ist (0,5 + 7 Rauschen) / 4',
  Moons: 'Monde',
  'The two half circles reach into each other, so a boundary that parts them has to bend.':
    'Die beiden Halbkreise greifen ineinander, daher muss eine Grenze, die sie trennt, sich biegen.',
  'standard deviation of the points along each axis': 'Standardabweichung der Punkte entlang jeder Achse',
  Curve: 'Kurve',
  'The function is a weighted sum of what the layer before the output draws, and a constant: it bends only where one of those bends.':
    'Die Funktion ist eine gewichtete Summe dessen, was die Schicht vor der Ausgabe zeichnet, und einer Konstanten: Sie biegt sich nur, wo eine von diesen sich biegt.',
  'standard deviation of the targets around the wave': 'Standardabweichung der Ziele um die Welle',
};

# Parts of a quarter: what their mean hides.

teile-vorsicht = Be careful with the mean: in “{ $merkmal }” the parts range from { $von } to { $bis }.
teile-keiner-nahe = No part lies near their mean of { $mittel }.
teile-andere-seite = On average the quarter lies on one side of the value of { $stadt }, and one part clearly on the other.
teile-wie-stadt = They differ as widely as the areas of the whole city.
teile-geheim = { $anzahl ->
        [one] One part without a shown value is not taken into account.
       *[other] { $anzahl } parts without a shown value are not taken into account.
    }
teile-einzeln = Whoever plans here should look at them one by one.

# Bands, grid cells, and areas without outlines.

spanne = from { $von } to { $bis }
spanne-titel = Band
spanne-wahrscheinlich = Likely { $spanne }: in nine of ten cases. This is not certain.
spanne-woher = Where the band comes from
spanne-grundlage = Sum of grid cells of { $breite } m, { $verfahren ->
        [centre] each given to the area of its centre
       *[area-share] each split by its surface
    }. The offices alter values to protect people; at most { $rauschen } a cell is assumed. Unpublished cells count from 0 to { $verdeckt }. Errors at the borders of areas are not in it.
atlas-lesen-spanne = “from … to …” says where the number likely lies, because it is put together from protected grid cells. Two areas whose bands overlap may not differ at all.
atlas-ohne-umrisse = There are no outlines of these areas, so there is no map. All values are in the table.
gitter-verfahren = Give grid cells to areas
gitter-centre = by the centre of the cell
gitter-area-share = by the share of surface
gebiete-liste = List of areas without outlines

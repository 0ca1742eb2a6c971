# Findings about geometries, crosswalk lists and archives.

finding-lines-none = The file has no line that is named a river, a railway or a street.
    .suggestion = Please give each line a field “kind” with “river”, “rail” or “street”, or the fields of OpenStreetMap.
finding-lines-not-degrees = The { $name ->
        [none] line
       *[other] line “{ $name }”
    } has a point that is not in degrees.
    .suggestion = Please export the lines as GeoJSON in EPSG:4326.
finding-lines-others = { $count ->
        [one] One object is
       *[other] { $count } objects are
    } neither river nor railway nor street and left out.
    .suggestion = Nothing to do if these are all you need.
finding-outlines-archive-broken = The ZIP file is damaged.
    .suggestion = Please fetch or pack it again.
finding-archive-locked = The file “{ $member }” in the ZIP file is encrypted or packed in an unknown way.
    .suggestion = Please pack it without a password as an ordinary ZIP file.
finding-archive-member-broken = The file “{ $member }” in the ZIP file is damaged.
    .suggestion = Please pack the ZIP file again.
finding-outlines-archive-nested = There is another ZIP file within the ZIP file: { $members }.
    .suggestion = Please unpack the outer one and bring the inner one.
finding-archive-several-outlines = The ZIP file contains several layers: { $members }.
    .suggestion = Please bring each layer by itself.
finding-archive-too-large = Unpacked, “{ $member }” would be larger than is allowed ({ $limit } MB).
    .suggestion = Please simplify the borders in your GIS. If you did not pack the file yourself, be careful.
finding-archive-too-many-members = The ZIP file contains { $members } files; the limit is { $limit }.
    .suggestion = Please pack only the files of the one layer.
finding-archive-without-outlines = The ZIP file contains neither a Shapefile nor GeoJSON or GeoPackage, but: { $members }.
    .suggestion = Please pack the files ending in shp, dbf and prj together.
finding-areas-overlap =
    { $scope ->
        [many] { $count } pairs of areas cover each other, the first being “{ $feature }” and “{ $other }” ({ $percent }% of the smaller one).
       *[one] “{ $feature }” and “{ $other }” cover each other by { $percent }% of the smaller area.
    }
    .suggestion = Please check whether the file contains several layers or versions.
finding-axes-swapped =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } longitude and latitude (east and north) were swapped, for instance at ({ $x }; { $y }). They were swapped back.
    .suggestion = Please check on the map that all areas lie where they should.
finding-code-missing = The area “{ $feature }” has no key.
    .suggestion = Please add the key in your GIS or choose another field.
finding-coordinate-not-finite = In the area “{ $feature }”, point number { $position } is not a number.
    .suggestion = Please correct this point in your GIS and export the file again.
finding-coordinate-out-of-range = In the area “{ $feature }”, the point ({ $x }; { $y }) is outside of what exists in the reference system.
    .suggestion = Please check the reference system and this point in your GIS.
finding-crosswalk-key-missing = In this row the old or the new key is missing.
    .suggestion = Please add it or remove the row.
finding-crosswalk-pair-twice = The link from “{ $from }” to “{ $to }” stands twice in the list.
    .suggestion = Please remove one of the two rows.
finding-crosswalk-sum-not-one = The shares of “{ $from }” add up to { $sum } instead of 1.
    .suggestion = Please correct the shares, or add the missing target.
finding-crosswalk-weight-missing = “{ $from }” goes to { $targets } areas, but the shares are missing.
    .suggestion = Please give the share of each target, or have the shares computed from the surfaces.
finding-crosswalk-weight-no-share = The share { $weight } of “{ $from }” going to “{ $to }” is not between 0 and 1.
    .suggestion = Please give shares as numbers above 0 and up to 1, such as 0.25 instead of 25.
finding-crs-mismatch = EPSG:{ $stated } is stated, but the coordinates do not fit it: no area would lie in Germany.
    .suggestion = By where they lie, { $guess } fits. Please state the right reference system.
finding-crs-overridden = The file states EPSG:{ $stated }; as you asked, it was read as EPSG:{ $asked }.
    .suggestion = Please check on the map that the areas lie where they should.
finding-crs-unknown = The file does not say in which reference system its coordinates are. Possible are: { $possible }.
    .suggestion =
        { $guess-known ->
            [yes] By where the coordinates lie, { $guess } fits. Please state the reference system.
           *[no] Please ask the office that the file comes from for the EPSG code, and state it.
        }
finding-crs-unsupported = The reference system “{ $stated }” is not supported. Possible are: { $possible }.
    .suggestion =
        { $guess-known ->
            [yes] By where the coordinates lie, { $guess } fits. If that is right, please state it; otherwise convert the file in your GIS.
           *[no] Please convert the file in your GIS to one of these systems.
        }
finding-duplicate-area-code = The key “{ $code }” stands twice: in area no. { $first } ({ $first-name }) and in area no. { $second } ({ $second-name }).
    .suggestion =
        { $guess-known ->
            [yes] Area no. { $wrong } is surrounded by areas whose keys begin otherwise; by its place, “{ $plausible }” is plausible. Please check this with the publishing office and correct the file.
           *[no] Please find out from the publishing office which key is wrong, and correct the file.
        }
finding-field-not-found = The file has no field “{ $field }”. It has: { $fields }.
    .suggestion = Please choose one of these fields.
finding-geojson-no-collection = The file is not a collection of areas (“FeatureCollection”) but “{ $kind }”.
    .suggestion = Please export the whole layer as GeoJSON.
finding-geojson-structure = At this place the file is JSON, but not built like GeoJSON.
    .suggestion = Please export the areas as GeoJSON (“FeatureCollection”).
finding-geometry-broken = The geometry of the area “{ $feature }” is damaged and cannot be read.
    .suggestion = Please export the file again.
finding-geometry-empty = The area “{ $feature }” has no outline: its geometry is empty.
    .suggestion = Please draw the area in your GIS or remove the empty row.
finding-geometry-file-empty = The file is empty.
    .suggestion = Please check whether it was downloaded or copied completely, and bring it again.
finding-geometry-no-area = The area “{ $feature }” has no extent: all its points lie on one line.
    .suggestion = Please draw the area again in your GIS.
finding-geometry-no-features = The file contains no area at all.
    .suggestion = Please check when exporting that the right layer is chosen and no filter is set.
finding-geometry-no-surface = The area “{ $feature }” is no surface but “{ $kind }”.
    .suggestion = Areas have to be polygons. Please choose the layer with the surfaces.
finding-geometry-too-large = The file has { $size } MB; the limit is { $limit } MB.
    .suggestion = Please simplify the borders in your GIS or export only the layer that is needed.
finding-geometry-too-many = The file has { $features } areas with { $positions } points; the limit is { $features-limit } areas with { $positions-limit } points together.
    .suggestion = Please simplify the borders in your GIS or split the file.
finding-geometry-unknown-format = This is neither GeoJSON nor GeoPackage nor a Shapefile.
    .suggestion = Please export the areas as GeoJSON or GeoPackage, or put all parts of the Shapefile into one ZIP file.
finding-geopackage-broken = The GeoPackage is damaged: { $reason }.
    .suggestion = Please export the layer again.
finding-geopackage-no-layer = The GeoPackage has no layer with surfaces. It has: { $layers }.
    .suggestion = Please export the layer with the areas.
finding-geopackage-no-mark = The file is an SQLite database, but no GeoPackage.
    .suggestion = Please export the layer as GeoPackage in your GIS.
finding-geopackage-several-layers = The GeoPackage has several layers: { $layers }.
    .suggestion = Please export only the layer with the areas.
finding-height-dropped =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } the points had heights or measures. They were left out.
    .suggestion = There is nothing to do.
finding-hole-dropped =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } there was a hole without extent at ({ $x }; { $y }). It was left out.
    .suggestion = There is nothing to do.
finding-hole-misplaced =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } a hole did not lie wholly within the border at ({ $x }; { $y }). What lies within was cut out.
    .suggestion = Please check the area on the map.
finding-json-broken = At this place the file is not valid JSON.
    .suggestion = Please export the file again instead of editing it by hand. Line and column say where.
finding-json-cut = The file ends in the middle of its text.
    .suggestion = The download was probably incomplete. Please fetch the file again.
finding-json-not-utf8 = The file is not written in UTF-8; umlauts cannot be read safely.
    .suggestion = Please choose UTF-8 as the character encoding when exporting.
finding-no-code-field = No field looks like the key of the areas. The file has: { $fields }.
    .suggestion = Please say which field holds the key by which tables name the areas, too.
finding-no-name-field = No field looks like the name of the areas; the keys stand as names, too. The file has: { $fields }.
    .suggestion = If the file has names, please say in which field.
finding-outside-germany =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } a point does not lie in Germany: ({ $x }; { $y }).
    .suggestion = Please check on the map whether a point has slipped or the reference system is wrong.
finding-parts-overlap =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } parts covered each other ({ $percent }% of the surface). They were joined.
    .suggestion = Please check the area on the map.
finding-ring-order =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } a border ran the other way round than the format demands. It was turned round.
    .suggestion = There is nothing to do.
finding-ring-too-short = The border of the area “{ $feature }” has only { $positions } different points at ({ $x }; { $y }); a surface needs three.
    .suggestion = Please draw the area again in your GIS.
finding-ring-touches-itself =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } the border touched itself at ({ $x }; { $y }). The surface has stayed the same.
    .suggestion = There is nothing to do.
finding-ring-unclosed =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } the border was not closed at ({ $x }; { $y }). It was closed.
    .suggestion = There is nothing to do.
finding-self-intersection = The border of the area “{ $feature }” crosses itself at ({ $x }; { $y }), and it is not clear what is inside.
    .suggestion = Please correct the border at this place in your GIS.
finding-self-intersection-repaired =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } the border crossed itself at ({ $x }; { $y }). It was split at the crossing.
    .suggestion = Please check the area on the map, and correct the source when there is an occasion.
finding-shapefile-alone = This is only a part of a Shapefile; names and keys are in the file ending in dbf.
    .suggestion = Please pack the files ending in shp, dbf and prj together into one ZIP file.
finding-shapefile-broken = The Shapefile is cut off or damaged at the stated area.
    .suggestion = Please export the Shapefile again.
finding-shapefile-table-broken = The table (ending in dbf) of the Shapefile is damaged or cut off.
    .suggestion = Please export the Shapefile again.
finding-shapefile-table-length = The Shapefile has { $shapes } surfaces, but its table has { $rows } rows.
    .suggestion = The files probably come from different versions. Please export the Shapefile again.
finding-shapefile-without-table = The Shapefile lacks its table (ending in dbf) with names and keys.
    .suggestion = Please pack the files ending in shp, dbf and prj together.
finding-zone-prefix =
    { $scope ->
        [many] In { $count } areas, the first being “{ $feature }”,
       *[one] In the area “{ $feature }”
    } the number of the UTM zone ({ $prefix }) stood before the easting. It was left out.
    .suggestion = There is nothing to do.

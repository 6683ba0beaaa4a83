/**
 * How sources are cited, in the Citation Style Language: in full where a note names one first, by author or short
 * title and year afterwards, and a list by author at the end.
 */
export const noteStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US" demote-non-dropping-particle="sort-only">
  <info><title>Multivector notes</title><id>multivector-notes</id><updated>2023-01-01T00:00:00+00:00</updated></info>
  <macro name="authors">
    <names variable="author">
      <name and="text" delimiter=", " et-al-min="5" et-al-use-first="1" delimiter-precedes-last="never"/>
    </names>
  </macro>
  <macro name="authors-sorted">
    <names variable="author">
      <name and="text" name-as-sort-order="first" delimiter=", " delimiter-precedes-last="never"/>
    </names>
  </macro>
  <macro name="authors-short">
    <names variable="author">
      <name form="short" and="text" delimiter=", " et-al-min="4" et-al-use-first="1" delimiter-precedes-last="never"/>
      <substitute><text variable="title" form="short"/></substitute>
    </names>
  </macro>
  <macro name="title">
    <choose>
      <if type="article-journal chapter paper-conference" match="any"><text variable="title" quotes="true"/></if>
      <else><text variable="title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="container">
    <group delimiter=" ">
      <text variable="container-title" font-style="italic"/>
      <text variable="volume"/>
      <text variable="issue" prefix="(" suffix=")"/>
    </group>
  </macro>
  <macro name="year"><date variable="issued"><date-part name="year"/></date></macro>
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <macro name="rest">
    <group delimiter=", ">
      <text macro="container"/>
      <text variable="page"/>
      <text variable="version"/>
      <text variable="publisher"/>
    </group>
  </macro>
  <citation>
    <layout delimiter="; ">
      <choose>
        <if position="subsequent">
          <group delimiter=" "><text macro="authors-short"/><text macro="year" prefix="(" suffix=")"/></group>
        </if>
        <else>
          <group delimiter=", ">
            <text macro="authors"/>
            <group delimiter=" "><text macro="title"/><text macro="year" prefix="(" suffix=")"/></group>
            <text macro="rest"/>
          </group>
        </else>
      </choose>
    </layout>
  </citation>
  <bibliography>
    <sort><key macro="authors-short"/><key macro="year"/><key variable="title"/></sort>
    <layout suffix=".">
      <group delimiter=". ">
        <choose>
          <if variable="author">
            <group delimiter=" "><text macro="authors-sorted"/><text macro="year" prefix="(" suffix=")"/></group>
            <text macro="title"/>
          </if>
          <else>
            <group delimiter=" "><text macro="title"/><text macro="year" prefix="(" suffix=")"/></group>
          </else>
        </choose>
        <text macro="rest"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>`;

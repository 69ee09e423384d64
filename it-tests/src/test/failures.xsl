<?xml version="1.0" encoding="UTF-8"?>
<!-- Of a report of tests: those that failed, and the beginning of why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:param name="server"/>
  <xsl:template match="/">
    <xsl:for-each select="//testcase[failure or error]">
      <xsl:value-of select="concat('On ', $server, ': ', @classname, '.', @name, '&#10;')"/>
      <xsl:value-of select="concat(substring(failure | error, 1, 800), '&#10;&#10;')"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

import { describe, expect, test } from "vitest";
import { childText, readXml } from "./xml-reader";
import { element, s3Document } from "./xml-writer";

describe("the XML reader", () => {
  test("reads elements, text and references", () => {
    const root = readXml(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Delete xmlns="http://s3/"><Object><Key>a&amp;b&lt;&#x1F600;&#33;</Key></Object><Quiet/></Delete>\n`,
    );

    expect(root.name).toBe("Delete");
    expect(root.children.map(({ name }) => name)).toEqual(["Object", "Quiet"]);
    const [object] = root.children;
    expect(object === undefined ? null : childText(object, "Key")).toBe("a&b<\u{1F600}!");
  });

  test.each([
    ["nothing", ""],
    ["text alone", "hello"],
    ["a document type", `<!DOCTYPE x [<!ENTITY e "boo">]><x>&e;</x>`],
    ["an unknown entity", "<x>&e;</x>"],
    ["a bare ampersand", "<x>a & b</x>"],
    ["a comment", "<x><!-- y --></x>"],
    ["CDATA", "<x><![CDATA[y]]></x>"],
    ["a processing instruction", "<x><?y z?></x>"],
    ["an element left open", "<x><y></x>"],
    ["an end without a beginning", "</x>"],
    ["two roots", "<x/><y/>"],
    ["text beside the root", "<x/>y"],
    ["text between elements", "<x>text<y/></x>"],
    ["a character beyond Unicode", "<x>&#x110000;</x>"],
    ["nesting without end", "<x>".repeat(5000)],
  ])("refuses %s", (_what, source) => {
    expect(() => readXml(source)).toThrow(expect.objectContaining({ code: "MalformedXML" }));
  });

  test("refuses a name that is given twice where one is meant", () => {
    expect(() => childText(readXml("<x><y>1</y><y>2</y></x>"), "y")).toThrow(/XML/);
  });
});

describe("the XML writer", () => {
  test("escapes what a key may hold", () => {
    const document = s3Document("R", element("Key", `<&>"'\u0001\r\n`), undefined, element("Size", 3));

    expect(document).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<R xmlns="http://s3.amazonaws.com/doc/2006-03-01/">` +
        "<Key>&lt;&amp;&gt;&quot;&apos;&#x1;&#xD;&#xA;</Key><Size>3</Size></R>",
    );
  });
});
